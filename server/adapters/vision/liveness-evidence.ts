import { decodePicture } from "@/server/adapters/image-decoder";
import { FACE_SIDES } from "@/server/adapters/vision/face-evidence";
import type { LocatedPicture, OpenPicture } from "@/server/adapters/vision/picture-memory";
import type { FrameEvidence, LivenessEvidence } from "@/server/domain/liveness/evidence";
import { infer } from "@/server/vision/infer";
import { blazeFace } from "@/server/vision/models/blazeface";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import { faceMesh } from "@/server/vision/models/facemesh";
import { irisModel } from "@/server/vision/models/iris";
import { recaptureModel } from "@/server/vision/models/recapture";
import { alignFace } from "@/server/vision/pipelines/face/align-face";
import { faceQuality } from "@/server/vision/pipelines/face/face-quality";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import { frameDepth } from "@/server/vision/pipelines/liveness/frame-depth";
import { type FrameMemory, measureFrame } from "@/server/vision/pipelines/liveness/measure-frame";
import { measureSignals } from "@/server/vision/pipelines/liveness/measure-signals";
import { recaptureLogit } from "@/server/vision/pipelines/liveness/recapture-logit";
import type { Image, Runtime } from "@/server/vision/types";

export interface LivenessInput {
  readonly still?: Uint8Array;
  readonly frames?: readonly { readonly tMs: number; readonly bytes: Uint8Array }[];
}

/** Frames are judged by their mesh, which needs no more than this. */
const FRAME_SIDE = 640;

/** Where the mesh believes less in what was detected, it is not taken for a living face. */
const LEAST_PRESENCE = 0.5;

/**
 * What is measured on a live picture, or on the best of its frames where there is no still. Refuses bad pictures with
 * AppError.
 */
export async function livenessEvidence(
  { still, frames }: LivenessInput,
  { open, runtime }: { open: OpenPicture; runtime: Runtime },
): Promise<LivenessEvidence> {
  const ordered = [...(frames ?? [])].sort((a, b) => a.tMs - b.tMs);
  const opened = still && (await open(still, FACE_SIDES.live));
  const measured = ordered.length > 0 ? await measureFrames(ordered, runtime, opened) : undefined;
  const sequence = measured && { frames: measured, depth: frameDepth(measured) };
  const cards = [
    blazeFace.card,
    faceMesh.card,
    recaptureModel.card,
    ...(measured ? [irisModel.card, faceEmbeddingDlib.card] : []),
  ];
  const models = cards.map(({ id, version, sha256 }) => ({ id, version, sha256 }));
  const picture = opened ?? (measured && (await open(ordered[bestFrame(measured)].bytes, FACE_SIDES.live)));
  return { ...(picture ? await stillEvidence(picture, runtime) : { faces: 0, signals: {} }), ...sequence, models };
}

async function stillEvidence(
  { image, scale, located }: LocatedPicture,
  runtime: Runtime,
): Promise<Pick<LivenessEvidence, "faces" | "face" | "signals">> {
  const { best, count } = located;
  const chip = best && alignFace(image, best.mesh, faceEmbeddingDlib.chip);
  if (!best || !chip || best.mesh.presence < LEAST_PRESENCE) return { faces: 0, signals: {} };
  const { size, sharpness, exposure, frontal, eyesOpen } = faceQuality(chip, best.mesh, scale);
  const recapture = await recaptureLogit(image, best.mesh, runtime);
  return {
    faces: count,
    face: { size, sharpness, exposure, frontal, eyesOpen },
    signals: { ...measureSignals({ image, scale, ...best }), ...(recapture === undefined ? {} : { recapture }) },
  };
}

type Template = Float32Array;

/**
 * Templates are compared where the face looks about straight ahead, and on so many frames, spread over the sequence.
 */
const COMPARED_YAW = 20;
const COMPARED = 6;

async function measureFrames(
  frames: NonNullable<LivenessInput["frames"]>,
  runtime: Runtime,
  still: LocatedPicture | undefined,
): Promise<FrameEvidence[]> {
  const out: FrameEvidence[] = [];
  let memory: FrameMemory | undefined;
  let first = still?.located.best && (await templateOf(still.image, still.located.best.mesh, runtime));
  const every = Math.max(1, Math.floor(frames.length / COMPARED));
  let since = every;
  for (const { tMs, bytes } of frames) {
    const { image } = await decodePicture(bytes, { maxSide: FRAME_SIDE });
    const measured = await measureFrame(image, runtime, memory);
    memory = measured.memory;
    const { measurement } = measured;
    let likeness: number | undefined;
    since++;
    if (memory.mesh && since >= every && Math.abs(measurement.yaw ?? 90) <= COMPARED_YAW) {
      since = 0;
      const template = await templateOf(image, memory.mesh, runtime);
      if (template && first) likeness = cosine(first, template);
      first ??= template;
    }
    out.push({ tMs, ...measurement, ...(likeness === undefined ? {} : { likeness }) });
  }
  return out;
}

/** One look is enough to tell whether the person changed; matching takes several. */
async function templateOf(image: Image, mesh: FaceMesh, runtime: Runtime): Promise<Template | undefined> {
  const chip = alignFace(image, mesh, faceEmbeddingDlib.chip);
  return chip && (await infer(runtime, faceEmbeddingDlib, [chip]))[0];
}

function cosine(a: Template, b: Template): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += a[i] * b[i];
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1);
}

/** The frame that looks straight ahead with open eyes. */
function bestFrame(frames: readonly FrameEvidence[]): number {
  const merit = (f: FrameEvidence) =>
    f.faces === 0 ? -1e3 : Math.min(0.3, f.eyeOpenness ?? 0) * 100 - Math.abs(f.yaw ?? 90) - Math.abs(f.pitch ?? 90);
  return frames.reduce((best, f, i) => (merit(f) > merit(frames[best]) ? i : best), 0);
}
