import { gray } from "@/server/vision/ops/gray";
import { ramp } from "@/server/vision/ops/ramp";
import { warpReduced } from "@/server/vision/ops/warp-reduced";
import type { ForgerySign } from "@/server/vision/pipelines/document/forgery/types";
import { pageAngle } from "@/server/vision/pipelines/document/page-angle";
import type { Affine, Box, Plane, Quad } from "@/server/vision/types";

/** The portrait and a margin around it, level with the print, at one size. */
const WIDTH = 200;
const HEIGHT = 250;
/** Its frame takes this part of the cut-out. */
const PART = 0.6;
/** A narrower frame, pixels of the picture, has no angle to a degree. */
const FRAME_MIN = 120;
/** Turns tried, degrees. */
const TURN_MAX = 3;
const TURN_STEP = 0.25;
/** Step of brightness across every part of an edge, grey values, at least. */
const EDGE_MIN = 6;
/** A step that is beyond doubt. */
const EDGE_PLAIN = 40;
/** What a turned frame must have over a level one. */
const ADVANTAGE = 1.15;
const LEVEL = 0.5;
/** Older documents carry photographs that were glued in by their issuer: never more than a reason to look. */
const SURE = 0.85;

/**
 * A portrait glued or laid on the page seldom lies square: the four edges of its frame are turned alike against the
 * print. A portrait that was printed with the page is not, however the page was held.
 */
export const pastedPortrait: ForgerySign = {
  id: "pasted_portrait",
  measure: ({ image, printed, portrait }) => {
    const angle = pageAngle(printed);
    if (!portrait || !angle || portrait.frame.width < FRAME_MIN) return undefined;
    const { frame } = portrait;
    const middle = frame.y + frame.height / 2;
    const plane = gray(warpReduced(image, mapOf(frame, angle(middle)), WIDTH, HEIGHT, { fill: "edge" }));
    const turn = turnOfFrame(plane);
    const note = `The portrait's frame is turned by ${Math.abs(turn).toFixed(1)}° against the print.`;
    return { strength: SURE * ramp(Math.abs(turn), 0.6, 1.2), quad: corners(frame), note };
  },
};

const DEGREES = 180 / Math.PI;

function mapOf({ x, y, width, height }: Box, angle: number): Affine<"source", "cut"> {
  const scale = (WIDTH * PART) / width;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const [cx, cy] = [x + width / 2, y + height / 2];
  return { m: [cos, sin, WIDTH / 2 - cos * cx - sin * cy, -sin, cos, HEIGHT / 2 + sin * cx - cos * cy] };
}

/** The turn under which four straight edges are clearest, degrees clockwise; 0 where a level frame does as well. */
function turnOfFrame(plane: Plane): number {
  const upright = transpose(plane);
  const count = (2 * TURN_MAX) / TURN_STEP + 1;
  const turns = Array.from({ length: count }, (_, k) => k * TURN_STEP - TURN_MAX);
  const [top, bottom] = [
    turns.map((t) => clearest(plane, t, 0.02, 0.36)),
    turns.map((t) => clearest(plane, t, 0.64, 0.98)),
  ];
  const left = turns.map((t) => clearest(upright, -t, 0.02, 0.36));
  const right = turns.map((t) => clearest(upright, -t, 0.64, 0.98));
  let level = 0;
  let best = { clear: 0, turn: 0 };
  for (const [k, turn] of turns.entries()) {
    if (top[k] === 0 || bottom[k] === 0) continue;
    // Perspective draws the two upright edges together or apart.
    let sides = 0;
    for (let lean = -4; lean <= 4; lean++) {
      const [a, b] = [left[k + lean] ?? 0, right[k - lean] ?? 0];
      if (a > 0 && b > 0) sides = Math.max(sides, a + b);
    }
    if (sides === 0) continue;
    const clear = top[k] + bottom[k] + sides;
    if (Math.abs(turn) <= LEVEL) level = Math.max(level, clear);
    if (clear > best.clear) best = { clear, turn };
  }
  return best.clear > ADVANTAGE * level ? best.turn : 0;
}

/**
 * The clearest straight edge of one direction between two rows, with less and less for more, so that no edge outvotes
 * three; 0 for none.
 */
function clearest(plane: Plane, turn: number, from: number, to: number): number {
  const slope = Math.tan(turn / DEGREES);
  let best = EDGE_MIN;
  for (let at = Math.round(plane.height * from) + 3; at < plane.height * to - 3; at++) {
    best = Math.max(best, weakestStep(plane, at - (slope * plane.width) / 2, slope, best));
  }
  return best > EDGE_MIN ? best / (1 + best / EDGE_PLAIN) : 0;
}

const SEGMENTS = 4;

/** The least mean step among the parts of a line, if all go the same way; 0 where it falls below `enough`. */
function weakestStep({ width, height, data }: Plane, at: number, slope: number, enough: number): number {
  const x0 = Math.round(width * 0.24);
  const part = Math.floor((width * 0.52) / SEGMENTS);
  let weakest = Infinity;
  let sign = 0;
  for (let k = 0; k < SEGMENTS; k++) {
    let sum = 0;
    for (let x = x0 + k * part; x < x0 + (k + 1) * part; x++) {
      const y = Math.round(at + slope * x);
      if (y < 1 || y >= height - 1) return 0;
      sum += data[(y + 1) * width + x] - data[(y - 1) * width + x];
    }
    const step = sum / part;
    if (Math.abs(step) <= enough || step * sign < 0) return 0;
    sign = Math.sign(step);
    weakest = Math.min(weakest, Math.abs(step));
  }
  return weakest;
}

function transpose({ width, height, data }: Plane): Plane {
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x];
  return { width: height, height: width, data: out };
}

const corners = ({ x, y, width, height }: Box): Quad => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];
