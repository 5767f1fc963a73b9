import { z } from "zod";
import { parseInput } from "@/server/api/request/parse-input";
import { readBody } from "@/server/api/request/read-body";
import { AppError } from "@/server/contract/errors";
import { CaptureReport } from "@/server/contract/liveness-challenge";
import { type FaceSubmission, FRAMES } from "@/server/services/capture/submit-face";

/** The portrait (10 MB at most) and frames of a video, which are small. */
const FORM_MAX = 24 * 1024 * 1024;
const Fields = z.object({
  challenge_id: z.string().min(1).max(100),
  report: CaptureReport.optional(),
  times: z.array(z.number().int().min(0)).min(FRAMES.min).max(FRAMES.max),
});

/**
 * The multipart form of an answered challenge: `challenge_id`, `times` and `report` (JSON), `live`, and one `frame` for
 * each time.
 */
export async function readFaceForm(request: Request): Promise<Omit<FaceSubmission, "sessionId">> {
  const form = await parseForm(request);
  const { challenge_id, report, times } = parseInput(Fields, {
    challenge_id: form.get("challenge_id"),
    report: form.has("report") ? parseJson(form.get("report")) : undefined,
    times: parseJson(form.get("times")),
  });
  const live = form.get("live");
  const frames = form.getAll("frame");
  if (!(live instanceof Blob) || frames.length !== times.length) {
    throw new AppError("invalid_request", {
      fields: [{ path: "live", message: "Send live, and one frame for each time." }],
    });
  }
  return {
    challengeId: challenge_id,
    report,
    live: await bytesOf(live),
    frames: await Promise.all(frames.map(async (frame, i) => ({ tMs: times[i], bytes: await bytesOf(frame) }))),
  };
}

async function parseForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw new AppError("unsupported_content_type");
  const body = Buffer.from(await readBody(request, FORM_MAX));
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    throw new AppError("malformed_request", { reason: "The form cannot be read." });
  }
}

function parseJson(value: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return null;
  }
}

async function bytesOf(part: FormDataEntryValue): Promise<Uint8Array> {
  return typeof part === "string" ? new TextEncoder().encode(part) : new Uint8Array(await part.arrayBuffer());
}
