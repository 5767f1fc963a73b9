import type { Bootstrap } from "@/components/capture/bootstrap";
import { type Problem, ProblemError } from "@/components/capture/problem";
import type { DocumentType } from "@/server/contract/enums";
import type { ErrorCode } from "@/server/contract/errors";
import type { CaptureReport } from "@/server/contract/liveness-challenge";
import type { CaptureView, ChallengeView } from "@/server/domain/capture/capture-view";
import type { DocumentSide } from "@/server/domain/capture/steps";

export interface FaceCapture {
  readonly challenge_id: string;
  readonly live: Blob;
  readonly frames: readonly { readonly t_ms: number; readonly picture: Blob }[];
  readonly report: CaptureReport;
}

type Progress = (share: number) => void;

const PROBLEM_OF: Partial<Record<ErrorCode, Problem>> = {
  session_expired: "expired",
  not_found: "used",
  unauthenticated: "expired",
  too_many_tries: "tries",
  image_too_large: "picture",
  request_too_large: "picture",
  invalid_image: "picture",
  image_too_many_pixels: "picture",
  unsupported_media_type: "picture",
  malware_found: "picture",
};

/** The page's calls to its own server. Each rejects with a ProblemError that names the page to show. */
export interface SessionClient {
  exchange(token: string, embedded: boolean): Promise<CaptureView>;
  state(): Promise<CaptureView>;
  consent(language: string): Promise<CaptureView>;
  document(type: DocumentType, country: string | null): Promise<CaptureView>;
  picture(side: DocumentSide, picture: Blob, progress: Progress): Promise<CaptureView>;
  skipBack(): Promise<CaptureView>;
  /** `colours`: whether the screen may change its colour. */
  challenge(colours: boolean): Promise<ChallengeView>;
  face(capture: FaceCapture, progress: Progress): Promise<CaptureView>;
  finish(): Promise<CaptureView>;
  handoff(): Promise<{ readonly url: string; readonly image: string }>;
  messages(locale: string): Promise<Bootstrap["messages"]>;
}

export function sessionClient(): SessionClient {
  const post = <T>(verb: string, body: object) => send<T>(verb, JSON.stringify(body), "application/json");
  return {
    exchange: (token, embedded) => post("exchange", { token, embedded }),
    state: () => get<CaptureView>("/verify/api/state"),
    consent: (language) => post("consent", { language }),
    document: (type, country) => post("document", { type, country }),
    picture: (side, picture, progress) => send(`picture?side=${side}`, picture, picture.type, progress),
    skipBack: () => post("skip-back", {}),
    challenge: (colours) => post("challenge", { colours }),
    face: (capture, progress) => send("face", faceForm(capture), undefined, progress),
    finish: () => post("finish", {}),
    handoff: () => post("handoff", {}),
    messages: (locale) => get<Bootstrap["messages"]>(`/verify/api/messages?locale=${encodeURIComponent(locale)}`),
  };
}

function faceForm(capture: FaceCapture): FormData {
  const form = new FormData();
  form.set("challenge_id", capture.challenge_id);
  form.set("times", JSON.stringify(capture.frames.map((frame) => Math.round(frame.t_ms))));
  form.set("report", JSON.stringify(capture.report));
  form.set("live", capture.live, "live.jpg");
  for (const frame of capture.frames) form.append("frame", frame.picture, "frame.jpg");
  return form;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, { cache: "no-store" }).catch(() => {
    throw new ProblemError("offline");
  });
  return answer<T>(response.status, await response.text());
}

/** XMLHttpRequest, because fetch tells nothing about an upload's progress. */
function send<T>(verb: string, body: XMLHttpRequestBodyInit, type?: string, progress?: Progress): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/verify/api/${verb}`);
    request.setRequestHeader("x-capture", "1");
    if (type !== undefined) request.setRequestHeader("content-type", type);
    request.upload.onprogress = (event) => event.lengthComputable && progress?.(event.loaded / event.total);
    request.onerror = () => reject(new ProblemError("offline"));
    request.onload = () => {
      try {
        resolve(answer<T>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.send(body);
  });
}

function answer<T>(status: number, text: string): T {
  if (status < 300) return JSON.parse(text) as T;
  throw new ProblemError(problemIn(text));
}

function problemIn(text: string): Problem {
  const { code, details } = readError(text);
  if (code === "conflict" && String(details.reason).startsWith("challenge_")) return "challenge";
  if (code === "session_finished" && details.status === "cancelled") return "cancelled";
  return PROBLEM_OF[code] ?? "server";
}

function readError(text: string): { code: ErrorCode; details: Record<string, unknown> } {
  try {
    return (JSON.parse(text) as { error: { code: ErrorCode; details: Record<string, unknown> } }).error;
  } catch {
    return { code: "internal_error", details: {} };
  }
}
