/**
 * The likeliest characters of a zone given its check digits: a walk over all positions that carries the running sum of the
 * field's digit and of the composite digit (weights 7-3-1 modulo 10, Doc 9303-3, 4.9), so that evidence and arithmetic are
 * weighed together and exactly. Only a zone that then holds altogether is read so: one whose digits are wrong in print is read
 * as printed, digit by digit.
 */

import { ZONE_ALPHABET } from "@/server/vision/models/mrz-ocr-b";
import type { ZoneCheck, ZoneLayout } from "@/server/vision/pipelines/mrz/zone-layout";

/** Nats a check digit that does not hold costs. */
const CHECK_COST = 4.5;
/** Characters this much less likely than the best at their place are not considered: a check digit is no reason to see them. */
const REACH = 5;
const WEIGHTS = [7, 3, 1] as const;
const VALUES = Array.from(ZONE_ALPHABET, (char) => (char === "<" ? 0 : Number.parseInt(char, 36)));
const FIRST_DIGIT = ZONE_ALPHABET.indexOf("0");

interface Place {
  readonly seen: Float32Array;
  /** Weight in the field's sum and in the composite sum, 0 where not covered. */
  weight: number;
  compositeWeight: number;
  starts: boolean;
  /** The check whose digit stands here. */
  digit?: ZoneCheck;
  compositeDigit?: ZoneCheck;
}

/** `scores[line][column]`: log-probability less prior cost of the 37 characters. Returns class indices line by line. */
export function decodeChecked(
  layout: ZoneLayout,
  scores: readonly Float32Array[][],
): { chars: number[][]; score: number } {
  const places = placesOf(layout, scores);
  const together = walk(places, CHECK_COST);
  if (together.failing === 0) return { chars: byLine(layout, together.chars), score: together.score };
  const printed = walk(places, 0);
  const failing = countFailing(places, printed.chars);
  return { chars: byLine(layout, printed.chars), score: printed.score - failing * CHECK_COST };
}

function byLine(layout: ZoneLayout, chars: readonly number[]): number[][] {
  let at = 0;
  return layout.lengths.map((length) => {
    at += length;
    return chars.slice(at - length, at);
  });
}

function walk(places: readonly Place[], checkCost: number) {
  let best = new Float64Array(100).fill(-Infinity);
  best[0] = 0;
  const back: Int16Array[] = [];
  for (const place of places) {
    const next = new Float64Array(100).fill(-Infinity);
    const from = new Int16Array(100 * 2);
    step(place, best, next, from, checkCost);
    best = next;
    back.push(from);
  }
  let state = best.indexOf(Math.max(...best));
  const score = best[state];
  const chars: number[] = [];
  for (let i = back.length - 1; i >= 0; i--) {
    chars.push(back[i][state * 2 + 1]);
    state = back[i][state * 2];
  }
  chars.reverse();
  return { chars, score, failing: countFailing(places, chars) };
}

function countFailing(places: readonly Place[], chars: readonly number[]): number {
  let [sum, composite, failing] = [0, 0, 0];
  places.forEach((place, i) => {
    if (place.starts) sum = 0;
    failing += fails(place.digit, chars[i], sum % 10) + fails(place.compositeDigit, chars[i], composite % 10);
    sum += place.weight * VALUES[chars[i]];
    composite += place.compositeWeight * VALUES[chars[i]];
  });
  return failing;
}

function step(place: Place, best: Float64Array, next: Float64Array, from: Int16Array, checkCost: number): void {
  const chars = candidates(place.seen);
  for (let state = 0; state < 100; state++) {
    if (best[state] === -Infinity) continue;
    const sum = place.starts ? 0 : state % 10;
    const composite = Math.floor(state / 10);
    for (const char of chars) {
      const failing = fails(place.digit, char, sum) + fails(place.compositeDigit, char, composite);
      const value = best[state] + place.seen[char] - failing * checkCost;
      const nextSum = (sum + place.weight * VALUES[char]) % 10;
      const to = nextSum + 10 * ((composite + place.compositeWeight * VALUES[char]) % 10);
      if (value <= next[to]) continue;
      next[to] = value;
      from[to * 2] = state;
      from[to * 2 + 1] = char;
    }
  }
}

function fails(check: ZoneCheck | undefined, char: number, sum: number): 0 | 1 {
  if (!check) return 0;
  if (char === ZONE_ALPHABET.length - 1) return sum === 0 ? 0 : 1;
  return char - FIRST_DIGIT === sum ? 0 : 1;
}

function candidates(seen: Float32Array): number[] {
  const top = Math.max(...seen);
  const chars: number[] = [];
  for (let c = 0; c < seen.length; c++) if (seen[c] > top - REACH) chars.push(c);
  return chars;
}

/** All positions in reading order. A check whose sum would overlap another's running one is left to the parser. */
function placesOf(layout: ZoneLayout, scores: readonly Float32Array[][]): Place[] {
  const grid = scores.map((line) =>
    line.map((seen): Place => ({ seen, weight: 0, compositeWeight: 0, starts: false })),
  );
  const order = (line: number, column: number) => line * 100 + column;
  const composite = layout.checks.find((check) =>
    layout.checks.some((other) => other !== check && covers(check, other.digit.line, other.digit.column)),
  );
  if (composite) {
    weigh(grid, composite, (place, weight) => {
      place.compositeWeight = weight;
    });
    grid[composite.digit.line][composite.digit.column].compositeDigit = composite;
  }
  let free = -1;
  const rest = layout.checks.filter((check) => check !== composite);
  rest.sort((a, b) => order(a.digit.line, a.digit.column) - order(b.digit.line, b.digit.column));
  for (const check of rest) {
    const start = order(check.over[0].line, check.over[0].start);
    if (start <= free) continue;
    free = order(check.digit.line, check.digit.column);
    weigh(grid, check, (place, weight) => {
      place.weight = weight;
    });
    grid[check.over[0].line][check.over[0].start].starts = true;
    grid[check.digit.line][check.digit.column].digit = check;
  }
  return grid.flat();
}

function weigh(grid: Place[][], check: ZoneCheck, put: (place: Place, weight: number) => void): void {
  let k = 0;
  for (const range of check.over) {
    for (let column = range.start; column < range.end; column++) put(grid[range.line][column], WEIGHTS[k++ % 3]);
  }
}

function covers(check: ZoneCheck, line: number, column: number): boolean {
  return check.over.some((range) => range.line === line && range.start <= column && column < range.end);
}
