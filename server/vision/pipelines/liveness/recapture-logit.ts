import { infer } from "@/server/vision/infer";
import { recaptureModel } from "@/server/vision/models/recapture";
import { crop } from "@/server/vision/ops/crop";
import { MESH, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Runtime } from "@/server/vision/types";

/**
 * The patch about the middle of the face, as captured: at most this wide, and from the other on worth a look, pixels.
 */
const SIDE = 256;
const LEAST = 96;

/** What the recapture detector says of a face (logit); undefined where the picture is too small for it. */
export async function recaptureLogit(image: Image, mesh: FaceMesh, runtime: Runtime): Promise<number | undefined> {
  const side = Math.min(SIDE, image.width, image.height);
  if (side < LEAST) return undefined;
  const nose = meshPoint(mesh, MESH.noseTip);
  const x = Math.min(image.width - side, Math.max(0, Math.round(nose.x - side / 2)));
  const y = Math.min(image.height - side, Math.max(0, Math.round(nose.y - side / 2)));
  return infer(runtime, recaptureModel, crop(image, { x, y, width: side, height: side }));
}
