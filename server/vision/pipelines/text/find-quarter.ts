import type { Quarter } from "@/server/vision/ops/rotate-quarter";
import type { Strip } from "@/server/vision/pipelines/text/min-area-rect";
import { readStrips } from "@/server/vision/pipelines/text/read-strips";
import type { Image, Runtime } from "@/server/vision/types";

const SAMPLES = 5;
/** A strip this long for its height tells its direction. */
const TELLING = 2;
/** A zone's filler reads alike from both ends, so lines of middling length are asked. */
const ASKED_MAX = 12;

/** Quarter turns, clockwise, that bring the picture's text upright; 0 where there is no text to tell by. */
export async function findQuarter(runtime: Runtime, image: Image, strips: readonly Strip[]): Promise<Quarter> {
  const telling = strips.filter((strip) => strip.length > TELLING * strip.breadth);
  const level = telling.reduce((sum, s) => sum + s.length * Math.cos(2 * s.angle), 0) >= 0;
  const along = telling
    .filter((s) => Math.cos(2 * s.angle) >= 0 === level && s.length < ASKED_MAX * s.breadth)
    .sort((a, b) => b.length - a.length)
    .slice(0, SAMPLES)
    // Level lines are read rightwards, the others downwards, so that all samples agree on a direction.
    .map((s) => (!level && s.angle < 0 ? { ...s, angle: s.angle + Math.PI } : s));
  if (along.length === 0) return 0;
  const flip =
    legible(await readStrips(runtime, image, along, true)) > legible(await readStrips(runtime, image, along));
  if (level) return flip ? 2 : 0;
  return flip ? 1 : 3;
}

function legible(texts: readonly { text: string; confidence: number }[]): number {
  return texts.reduce((total, { text, confidence }) => total + confidence ** 2 * Math.min(20, text.length), 0);
}
