import { decodePicture } from "@/server/adapters/image-decoder";
import { FACE_SIDES } from "@/server/adapters/vision/face-evidence";
import type { LocatedPicture, OpenPicture } from "@/server/adapters/vision/picture-memory";
import type { FrameEvidence, LivenessEvidence } from "@/server/domain/liveness/evidence";
import { blazeFace } from "@/server/vision/models/blazeface";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import { faceMesh } from "@/server/vision/models/facemesh";
import { alignFace } from "@/server/vision/pipelines/face/align-face";
import { faceQuality } from "@/server/vision/pipelines/face/face-quality";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import { frameDepth } from "@/server/vision/pipelines/liveness/frame-depth";
import { measureFrame } from "@/server/vision/pipelines/liveness/measure-frame";
import { measureSignals } from "@/server/vision/pipelines/liveness/measure-signals";
import type { Runtime } from "@/server/vision/types";

export interface LivenessInput {
  readonly still?: Uint8Array;
  readonly frames?: readonly { readonly tMs: number; readonly bytes: Uint8Array }[];
}

/** Frames are judged by their mesh, which needs no more than this. */
const FRAME_SIDE = 640;

/** Where the mesh believes less in what was detected, it is not taken for a living face. */
const LEAST_PRESENCE = 0.5;

/** What is measured on a live picture, or on the best of its frames where there is no still. Refuses bad pictures with AppError. */
export async function livenessEvidence(
  { still, frames }: LivenessInput,
  { open, runtime }: { open: OpenPicture; runtime: Runtime },
): Promise<LivenessEvidence> {
  const models = [blazeFace.card, faceMesh.card].map(({ id, version, sha256 }) => ({ id, version, sha256 }));
  const ordered = [...(frames ?? [])].sort((a, b) => a.tMs - b.tMs);
  const measured = ordered.length > 0 ? await measureFrames(ordered, runtime) : undefined;
  const bytes = still ?? (measured && ordered[bestFrame(measured)].bytes);
  const sequence = measured && { frames: measured, depth: frameDepth(measured) };
  if (!bytes) return { faces: 0, signals: {}, ...sequence, models };
  return { ...stillEvidence(await open(bytes, FACE_SIDES.live)), ...sequence, models };
}

function stillEvidence({
  image,
  scale,
  located,
}: LocatedPicture): Pick<LivenessEvidence, "faces" | "face" | "signals"> {
  const { best, count } = located;
  const chip = best && alignFace(image, best.mesh, faceEmbeddingDlib.chip);
  if (!best || !chip || best.mesh.presence < LEAST_PRESENCE) return { faces: 0, signals: {} };
  const { size, sharpness, exposure, frontal, eyesOpen } = faceQuality(chip, best.mesh, scale);
  return {
    faces: count,
    face: { size, sharpness, exposure, frontal, eyesOpen },
    signals: measureSignals({ image, scale, ...best }),
  };
}

async function measureFrames(frames: NonNullable<LivenessInput["frames"]>, runtime: Runtime): Promise<FrameEvidence[]> {
  const out: FrameEvidence[] = [];
  let before: FaceMesh | undefined;
  for (const { tMs, bytes } of frames) {
    const { image } = await decodePicture(bytes, { maxSide: FRAME_SIDE });
    const { mesh, ...measurement } = await measureFrame(image, runtime, before);
    before = mesh;
    out.push({ tMs, ...measurement });
  }
  return out;
}

/** The frame that looks straight ahead with open eyes. */
function bestFrame(frames: readonly FrameEvidence[]): number {
  const merit = (f: FrameEvidence) =>
    f.faces === 0 ? -1e3 : Math.min(0.3, f.eyeOpenness ?? 0) * 100 - Math.abs(f.yaw ?? 90) - Math.abs(f.pitch ?? 90);
  return frames.reduce((best, f, i) => (merit(f) > merit(frames[best]) ? i : best), 0);
}
