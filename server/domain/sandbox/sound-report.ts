import type { CaptureReport } from "@/server/contract/liveness-challenge";

/** What the hosted page tells of a capture by an ordinary camera, with what is changed. */
export function soundReport(nonce: string, change: CaptureReport = {}): CaptureReport {
  const camera = { label: "Camera", settings: { width: 1280, height: 720, frame_rate: 30 }, capabilities: null };
  return { nonce, prompts: [], frame_times: [0, 33, 67], ...change, camera: { ...camera, ...change.camera } };
}
