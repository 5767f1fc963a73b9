import { captureVerb } from "@/server/api/capture/capture-verb";
import { parseInput } from "@/server/api/request/parse-input";
import { readBody } from "@/server/api/request/read-body";
import { DocumentSide } from "@/server/domain/capture/steps";
import { storePicture } from "@/server/services/capture/store-picture";

/** A little more than a picture may have, so that one of 10 MB is judged as a picture. */
const BODY_MAX = 11 * 1024 * 1024;

export const POST = captureVerb(async ({ request, ctx, sessionId }) => {
  const side = parseInput(DocumentSide, new URL(request.url).searchParams.get("side"));
  await storePicture(ctx, { sessionId, side, bytes: await readBody(request, BODY_MAX) });
  return undefined;
});
