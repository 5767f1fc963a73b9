import { describeFace } from "@/components/capture/vision/describe-face";
import type { FaceReport } from "@/components/capture/vision/face-report";
import { detectFaces } from "@/server/vision/pipelines/face/detect-faces";
import { measureMesh, trackMesh } from "@/server/vision/pipelines/face/measure-mesh";
import { readEyes } from "@/server/vision/pipelines/face/read-eyes";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Runtime } from "@/server/vision/types";

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
