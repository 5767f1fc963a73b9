import { MESH, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image } from "@/server/vision/types";

/** Mean linear light, 0–1, red green blue. */
export interface FrameLight {
  /** Nose, forehead and cheeks, which look towards the screen. */
  readonly face: readonly [number, number, number];
  /** Beside the head, at its height; absent where the face fills the frame. */
  readonly background?: readonly [number, number, number];
}

/** Tip and bridge of the nose, forehead, both cheeks. */
const LIT = [4, 6, 151, 50, 280] as const;
/** Half a patch on the face, and how far beside the cheek the background begins, in widths of the face. */
const PATCH = 0.05;
const ASIDE = 0.35;

/** sRGB byte → linear light. */
const LINEAR = Float32Array.from({ length: 256 }, (_, v) => {
  const s = v / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
});

/** How bright and of which colour the face and what is beside it are. */
export function frameLight(image: Image, mesh: FaceMesh): FrameLight {
  const [right, left] = [meshPoint(mesh, MESH.rightCheek), meshPoint(mesh, MESH.leftCheek)];
  const width = Math.max(8, Math.hypot(left.x - right.x, left.y - right.y));
  const sums = LIT.map((index) => {
    const { x, y } = meshPoint(mesh, index);
    return mean(image, x - PATCH * width, y - PATCH * width, x + PATCH * width, y + PATCH * width);
  }).filter((patch) => patch !== undefined);
  const [top, bottom] = [meshPoint(mesh, MESH.forehead).y, meshPoint(mesh, MESH.chin).y];
  const [x0, x1] = [Math.min(right.x, left.x) - ASIDE * width, Math.max(right.x, left.x) + ASIDE * width];
  const sides = [mean(image, 0, top, x0, bottom), mean(image, x1, top, image.width, bottom)].filter(
    (side) => side !== undefined,
  );
  return { face: average(sums) ?? [0, 0, 0], background: average(sides) };
}

function average(parts: readonly (readonly [number, number, number])[]): [number, number, number] | undefined {
  if (parts.length === 0) return undefined;
  const of = (c: number) => parts.reduce((sum, part) => sum + part[c], 0) / parts.length;
  return [of(0), of(1), of(2)];
}

/** Mean over a box, every second pixel; undefined where it lies outside or is too thin to tell anything. */
function mean({ width, height, data }: Image, x0: number, y0: number, x1: number, y1: number) {
  const [left, right] = [Math.max(0, Math.round(x0)), Math.min(width, Math.round(x1))];
  const [top, bottom] = [Math.max(0, Math.round(y0)), Math.min(height, Math.round(y1))];
  if (right - left < 4 || bottom - top < 4) return undefined;
  let [r, g, b, n] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const p = (y * width + x) * 3;
      r += LINEAR[data[p]];
      g += LINEAR[data[p + 1]];
      b += LINEAR[data[p + 2]];
      n++;
    }
  }
  return [r / n, g / n, b / n] as const;
}
