import sharp from "sharp";
import type { OpenPicture } from "@/server/adapters/vision/picture-memory";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import { MESH, meshMean, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Affine } from "@/server/vision/types";

/** Longer side to which the document's picture is decoded: its portrait is a small part of it. */
const SIDE = 2000;
/** Width and height of the portrait, pixels: the proportions of a passport photograph. */
const WIDTH = 280;
const HEIGHT = 360;

/** JPEG of the best face of a picture, level, head and shoulders; undefined where there is none. */
export async function portraitJpeg(bytes: Uint8Array, open: OpenPicture): Promise<Uint8Array | undefined> {
  const { image, located } = await open(bytes, SIDE);
  if (!located.best) return undefined;
  const { data } = warpAffine(image, portraitMap(located.best.mesh), WIDTH, HEIGHT, { fill: "edge" });
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return sharp(raw, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Eyes level; the face from forehead to chin takes 55 % of the height and sits a little above the middle. */
function portraitMap(mesh: FaceMesh): Affine<"source", "portrait"> {
  const right = meshMean(mesh, [MESH.rightEyeOuter, MESH.rightEyeInner]);
  const left = meshMean(mesh, [MESH.leftEyeOuter, MESH.leftEyeInner]);
  const [brow, chin] = [meshPoint(mesh, MESH.forehead), meshPoint(mesh, MESH.chin)];
  const angle = Math.atan2(left.y - right.y, left.x - right.x);
  const scale = (0.55 * HEIGHT) / Math.max(1, Math.hypot(chin.x - brow.x, chin.y - brow.y));
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const [x, y] = [(brow.x + chin.x) / 2, (brow.y + chin.y) / 2];
  return { m: [cos, sin, WIDTH / 2 - cos * x - sin * y, -sin, cos, 0.48 * HEIGHT + sin * x - cos * y] };
}
