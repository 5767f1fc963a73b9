import { ramp } from "@/server/vision/ops/ramp";
import type { ForgerySign } from "@/server/vision/pipelines/document/forgery/types";
import { lineTexture } from "@/server/vision/pipelines/document/line-texture";
import type { Plane, Quad } from "@/server/vision/types";

/** Background print that can be missed, grey values beyond the sensor's grain. */
const PRINTED = 0.9;
const SIDES_MIN = 3;
/** A page must show what is usual on it. */
const LINES_MIN = 4;

interface Hole {
  readonly quad: Quad;
  /** Background print under the line over that of its barest side. */
  readonly rest: number;
}

/**
 * A field painted over and set again: the fine background print runs on above, below and beside the line, but not under
 * it. Judged against the page's own lines, for some forms leave the space of every field blank.
 */
export const overwrittenField: ForgerySign = {
  id: "overwritten_field",
  measure: ({ plane, printed }) => {
    const grain = grainOf(plane);
    const holes = printed.flatMap((quad) => holeAt(plane, quad, grain) ?? []);
    if (holes.length < LINES_MIN) return undefined;
    const sorted = [...holes].sort((a, b) => a.rest - b.rest);
    const usual = sorted[sorted.length >> 1].rest;
    const { rest, quad } = sorted[0];
    const strength = Math.min(ramp(rest, 0.6, 0.3), ramp(rest / usual, 0.8, 0.5));
    const share = `${Math.round(rest * 100)} % of what is around it`;
    return { strength, quad, note: `The background print stops under this line (${share}).` };
  },
};

function holeAt(plane: Plane, quad: Quad, grain: number): Hole | undefined {
  const texture = lineTexture(plane, quad);
  if (!texture || texture.sides.length < SIDES_MIN) return undefined;
  const beyondGrain = (value: number) => Math.sqrt(Math.max(0, value ** 2 - grain ** 2));
  const barest = beyondGrain(Math.min(...texture.sides));
  return barest < PRINTED ? undefined : { quad, rest: beyondGrain(texture.inside) / barest };
}

const BLOCK = 6;
const EVERY = 24;

/** Of the paper's brightness: darker places have less of the sensor's grain. */
const PAPER = 0.6;

/** What is left of second differences where bright places are emptiest: the grain of sensor and coder, grey values. */
function grainOf({ width, height, data }: Plane): number {
  const blocks: { bright: number; fine: number }[] = [];
  for (let top = 1; top + BLOCK < height; top += EVERY) {
    for (let left = 1; left + BLOCK < width; left += EVERY) {
      let [bright, fine] = [0, 0];
      for (let y = top; y < top + BLOCK; y++) {
        for (let p = y * width + left; p < y * width + left + BLOCK; p++) {
          bright += data[p];
          fine += Math.abs(4 * data[p] - data[p - 1] - data[p + 1] - data[p - width] - data[p + width]);
        }
      }
      blocks.push({ bright, fine: fine / (4 * BLOCK * BLOCK) });
    }
  }
  const at = (values: number[], share: number) => values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
  const paper = at(
    blocks.map(({ bright }) => bright),
    0.9,
  );
  return at(
    blocks.filter(({ bright }) => bright > PAPER * paper).map(({ fine }) => fine),
    0.02,
  );
}
