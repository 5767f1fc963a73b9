import { crop } from "@/server/vision/ops/crop";
import { gray } from "@/server/vision/ops/gray";
import { ramp } from "@/server/vision/ops/ramp";
import { printSharpness } from "@/server/vision/pipelines/document/measure-blur";
import { measureGlare } from "@/server/vision/pipelines/document/measure-glare";
import { exposureOf } from "@/server/vision/pipelines/document/measure-light";
import type { Image, Quad } from "@/server/vision/types";

/** Columns of picture a character of the zone needs to be read without doubt; half of them leave nothing to read. */
const PITCH_FULL_PX = 14;

/**
 * Quality of the picture where the zone stands, 0–1 each; 1 is best, but for `glare`. `quads`: the lines of the zone,
 * of `columns` characters.
 */
export function assessZone(image: Image, quads: readonly Quad[], columns: number) {
  const xs = quads.flatMap((quad) => quad.map(({ x }) => x));
  const ys = quads.flatMap((quad) => quad.map(({ y }) => y));
  const [x, y] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))];
  const [right, bottom] = [Math.min(image.width, Math.max(...xs)), Math.min(image.height, Math.max(...ys))];
  const zone = crop(image, { x, y, width: Math.max(8, right - x), height: Math.max(8, bottom - y) });
  const plane = gray(zone);
  return {
    sharpness: printSharpness(plane),
    glare: measureGlare(zone).share,
    exposure: exposureOf(plane),
    resolution: ramp((right - x) / columns, PITCH_FULL_PX / 2, PITCH_FULL_PX),
  };
}
