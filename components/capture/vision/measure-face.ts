import { describeFace } from "@/components/capture/vision/describe-face";
import { detectFaces } from "@/server/vision/pipelines/face/detect-faces";
import { measureMesh, trackMesh } from "@/server/vision/pipelines/face/measure-mesh";
import { readEyes } from "@/server/vision/pipelines/face/read-eyes";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Box, Image, Runtime } from "@/server/vision/types";

/** What one frame says about the face in it. Lengths and places are shares of the frame's width and height. */
export interface FaceReport {
  readonly faces: number;
  readonly face?: {
    readonly box: Box;
    /** Degrees; yaw positive towards the right edge of the picture, which is the person's left. */
    readonly yaw: number;
    readonly pitch: number;
    readonly roll: number;
    /** How open the lids are, height over width, mean of both eyes: about 0.35 open, 0.1 shut. */
    readonly eyes: number;
    /** Where the irises stand between the corners, in widths of an eye: positive towards the right edge of the picture. */
    readonly gaze: number;
    /** Between the centres of the eyes, share of the frame's longer side: grows as the person comes nearer. */
    readonly span: number;
    /** Variance of the Laplacian of the face at 128 pixels. */
    readonly sharpness: number;
    /** Mean luma of the face, 0–255. */
    readonly light: number;
  };
}

/** A face this sure is followed by its mesh; below it, it is looked for anew. */
const TRACKED = 0.6;
/** Frames between two looks at the whole picture, for a second face. */
const LOOK_EVERY = 12;

/** Follows one face from frame to frame: detects where none is known, else tracks with the mesh alone. */
export function faceMeter(runtime: Runtime): (image: Image) => Promise<FaceReport> {
  let mesh: FaceMesh | undefined;
  let frames = 0;
  let faces = 0;
  return async (image) => {
    frames++;
    if (mesh) mesh = await trackMesh(image, mesh, runtime);
    if (mesh && mesh.presence < TRACKED) mesh = undefined;
    if (!mesh || frames % LOOK_EVERY === 0) {
      const found = await detectFaces(image, runtime, { effort: "quick" });
      faces = found.length;
      if (!mesh && found.length > 0) mesh = await measureMesh(image, found[0], runtime);
      if (mesh && mesh.presence < TRACKED) mesh = undefined;
      if (mesh) faces = Math.max(1, faces);
    }
    if (!mesh) return { faces: 0 };
    const { openness, gaze } = await readEyes(image, mesh, runtime);
    return { faces, face: { ...describeFace(image, mesh), eyes: openness, gaze } };
  };
}
