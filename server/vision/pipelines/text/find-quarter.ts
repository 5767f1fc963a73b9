import type { RecognisedText } from "@/server/vision/models/pp-ocr-rec";
import type { Quarter } from "@/server/vision/ops/rotate-quarter";
import type { Strip } from "@/server/vision/pipelines/text/min-area-rect";
import { readStrips } from "@/server/vision/pipelines/text/read-strips";
import type { Image, Runtime } from "@/server/vision/types";

export interface FoundQuarter {
  /** Quarter turns, clockwise, that bring the picture's text upright; 0 where there is no text to tell by. */
  readonly turns: Quarter;
  /** Strips of an upright picture that were read on the way: they need not be read again. */
  readonly read: ReadonlyMap<Strip, RecognisedText>;
}

const SAMPLES = 5;
/** A strip this long for its height tells its direction. */
const TELLING = 2;
/** A zone's filler reads alike from both ends, so lines of middling length are asked. */
const ASKED_MAX = 12;
/** Lines that read this surely, most of them, do not stand on their heads: then the other direction is not tried. */
const SURE = 0.9;
const LETTERS = 4;

export async function findQuarter(runtime: Runtime, image: Image, strips: readonly Strip[]): Promise<FoundQuarter> {
  const telling = strips.filter((strip) => strip.length > TELLING * strip.breadth);
  const level = telling.reduce((sum, s) => sum + s.length * Math.cos(2 * s.angle), 0) >= 0;
  const asked = telling
    .filter((s) => Math.cos(2 * s.angle) >= 0 === level && s.length < ASKED_MAX * s.breadth)
    .sort((a, b) => b.length - a.length)
    .slice(0, SAMPLES);
  if (asked.length === 0) return { turns: 0, read: new Map() };
  // Level lines are read rightwards, the others downwards, so that all samples agree on a direction.
  const along = asked.map((s) => (!level && s.angle < 0 ? { ...s, angle: s.angle + Math.PI } : s));
  const forward = await readStrips(runtime, image, along);
  const sure = forward.filter(({ text, confidence }) => confidence >= SURE && text.length >= LETTERS).length;
  const flip = 2 * sure <= forward.length && legible(await readStrips(runtime, image, along, true)) > legible(forward);
  const turns = level ? (flip ? 2 : 0) : flip ? 1 : 3;
  return { turns, read: new Map(turns === 0 ? asked.map((strip, k) => [strip, forward[k]]) : []) };
}

function legible(texts: readonly RecognisedText[]): number {
  return texts.reduce((total, { text, confidence }) => total + confidence ** 2 * Math.min(20, text.length), 0);
}
