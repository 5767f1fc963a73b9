/** The zone of a picture of which nothing else is wanted: a coarse look, and a fine one where that may miss it. */

import { readZone, type Zone } from "@/server/vision/pipelines/mrz/read-zone";
import type { ZoneLayout } from "@/server/vision/pipelines/mrz/zone-layout";
import { detectText } from "@/server/vision/pipelines/text/detect-text";
import type { TextStrip } from "@/server/vision/pipelines/text/find-strips";
import type { Image, Runtime } from "@/server/vision/types";

/** Longer side of what the coarse look sees, pixels, and the confidence of a zone that needs no finer one. */
const COARSE_SIDE = 640;
const CONFIDENCE_MIN = 0.9;
/**
 * Capitals of a zone are a fiftieth of the page's width, and the detector saw them from six pixels on: a page this wide,
 * as a share of the picture, shows its zone to the coarse look. Pictures with fewer pixels than `SHARP_SIDE` gain by
 * being enlarged.
 */
const WIDE = 0.5;
const STRIPS_MIN = 3;
const SHARP_SIDE = 1200;

/** Undefined where there is no zone. */
export async function lookForZone(
  runtime: Runtime,
  image: Image,
  layouts: readonly ZoneLayout[],
): Promise<Zone | undefined> {
  const coarse = await detectText(runtime, image, COARSE_SIDE);
  const enough = showsAnyZone(coarse, image);
  const zone = await readZone(runtime, image, coarse, layouts, !enough);
  if (zone ? meanConfidence(zone) >= CONFIDENCE_MIN : enough) return zone;
  return readZone(runtime, image, await detectText(runtime, image), layouts);
}

/** Whether print covers so much of a sharp picture that a zone among it would have been seen. */
function showsAnyZone(strips: readonly TextStrip[], { width, height }: Image): boolean {
  const side = Math.max(width, height);
  if (side < SHARP_SIDE || strips.length < STRIPS_MIN) return false;
  const extent = (at: (strip: TextStrip) => number, reach: (angle: number) => number) => {
    const half = (strip: TextStrip) => (Math.abs(reach(strip.angle)) * strip.length) / 2;
    return Math.max(...strips.map((s) => at(s) + half(s))) - Math.min(...strips.map((s) => at(s) - half(s)));
  };
  return (
    Math.max(
      extent(({ cx }) => cx, Math.cos),
      extent(({ cy }) => cy, Math.sin),
    ) >=
    WIDE * side
  );
}

function meanConfidence({ confidences }: Zone): number {
  const all = confidences.flat();
  return all.reduce((sum, p) => sum + p, 0) / all.length;
}
