import { ProblemError } from "@/components/capture/problem";

export type Facing = "user" | "environment";

/** Opens the camera that looks the given way, as sharp as it can. Rejects with a ProblemError for the page to show. */
export async function openCamera(facing: Facing, deviceId?: string): Promise<MediaStream> {
  if (!window.isSecureContext || !navigator.mediaDevices) throw new ProblemError("insecure");
  const size = facing === "user" ? { width: 1280, height: 960 } : { width: 2560, height: 1440 };
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        ...(deviceId === undefined ? { facingMode: { ideal: facing } } : { deviceId: { exact: deviceId } }),
        width: { ideal: size.width },
        height: { ideal: size.height },
        frameRate: { ideal: 30 },
      },
    });
  } catch (error) {
    throw new ProblemError(cameraProblem(error));
  }
}

function cameraProblem(error: unknown) {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "camera_refused";
  if (name === "NotReadableError" || name === "AbortError") return "camera_busy";
  return "camera_none";
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
