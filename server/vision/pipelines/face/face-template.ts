import type { FaceSpace } from "@/server/vision/models/face-space";
import { embedFace } from "@/server/vision/pipelines/face/embed-face";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Runtime } from "@/server/vision/types";

/** The template of one face in a space, of unit length; undefined where the mesh gives no alignment. */
export async function faceTemplate(
  image: Image,
  mesh: FaceMesh,
  { embedders }: FaceSpace,
  runtime: Runtime,
): Promise<Float32Array | undefined> {
  const parts: Float32Array[] = [];
  for (const embedder of embedders) {
    const part = await embedFace(image, mesh, embedder, runtime);
    if (!part) return undefined;
    parts.push(part);
  }
  const share = 1 / Math.sqrt(parts.length);
  return Float32Array.from(parts.flatMap((part) => Array.from(part, (v) => v * share)));
}
