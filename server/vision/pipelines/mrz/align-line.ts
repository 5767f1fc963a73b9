/**
 * The likeliest way to read exactly `length` characters from one line's evidence: Viterbi over CTC states, so that a run of
 * filler has the right length whether or not every single `<` was clear.
 */

import { type LineEvidence, ZONE_CLASSES } from "@/server/vision/models/mrz-ocr-b";

export const ZONE_CHARACTERS = ZONE_CLASSES - 1;
/** Log-probabilities below this are not followed. */
const FAINT = -9;
/** Before the first and after the last character anything may stand: leaving a step unread there costs at most this. */
const UNREAD = -3;
/** The same where the text detector saw no line. */
const UNREAD_UNMARKED = -0.5;
/** Nats behind the best at which a position is given up; leaving a whole printed word unread costs less. */
const HOPELESS = 150;
const FROM_SELF = 254;
const FROM_BLANK = 255;

export interface AlignedLine {
  /** Log-probability of the path. */
  readonly score: number;
  /** Per character: mean step, 0-based. */
  readonly centres: Float32Array;
  /** `logProbs[position * ZONE_CHARACTERS + character]`, normalised without the blank. */
  readonly logProbs: Float32Array;
}

/** Best path into each state, and per step where it came from. */
interface Trellis {
  readonly length: number;
  readonly blank: Float64Array;
  readonly char: Float64Array;
  readonly blankBack: Uint8Array;
  readonly charBack: Uint8Array;
  /** Positions that are still followed. */
  low: number;
  high: number;
  /** Characters followed at the last step; all others are at −∞ everywhere. */
  live: number[];
  /** Scratch: what one position's characters become. */
  readonly entering: Float64Array;
}

/** The best and second-best character states of one position. */
interface Leaders {
  value: number;
  char: number;
  nextValue: number;
  nextChar: number;
}

/** Lines are aligned one after the other, by the hundred: what each needs to trace back lies in the same memory. */
let memory = new Uint8Array(0);

/** Bytes of any value. */
function borrow(bytes: number): Uint8Array {
  if (memory.length < bytes) memory = new Uint8Array(bytes);
  return memory.subarray(0, bytes);
}

/** `marked`: steps between which the detector saw the line. Undefined where there are too few steps for the characters. */
export function alignLine(
  evidence: LineEvidence,
  length: number,
  marked: { readonly first: number; readonly last: number },
): AlignedLine | undefined {
  const { steps, logProbs } = evidence;
  if (steps < length) return undefined;
  const trellis: Trellis = {
    length,
    blank: new Float64Array(length + 1).fill(-Infinity),
    char: new Float64Array((length + 1) * ZONE_CHARACTERS).fill(-Infinity),
    blankBack: new Uint8Array(steps * (length + 1)).fill(FROM_BLANK),
    charBack: borrow(steps * (length + 1) * ZONE_CHARACTERS),
    low: 0,
    high: 0,
    live: [],
    entering: new Float64Array(ZONE_CHARACTERS),
  };
  trellis.blank[0] = 0;
  for (let step = 0; step < steps; step++) {
    const unread = step < marked.first || step > marked.last ? UNREAD_UNMARKED : UNREAD;
    advance(trellis, step, logProbs.subarray(step * ZONE_CLASSES, (step + 1) * ZONE_CLASSES), unread);
  }
  const path = traceBack(trellis, steps);
  return path && { score: path.score, ...gather(evidence, path.position, length) };
}

function advance(trellis: Trellis, step: number, seen: Float32Array, unread: number): void {
  const { length, blank, blankBack } = trellis;
  const live: number[] = [];
  for (let c = 0; c < ZONE_CHARACTERS; c++) if (seen[1 + c] > FAINT) live.push(c);
  const high = Math.min(length, trellis.high + 1);
  let top = -Infinity;
  let own = leaders(trellis, high, nowhere());
  let before = nowhere();
  for (let i = high; i >= trellis.low; i--) {
    leaders(trellis, i > trellis.low ? i - 1 : undefined, before);
    if (own.value > blank[i]) blankBack[step * (length + 1) + i] = own.char;
    const stay = Math.max(blank[i], own.value);
    if (i > 0) enter(trellis, step, i, live, seen, before);
    blank[i] = stay + (i === 0 || i === length ? Math.max(seen[0], unread) : seen[0]);
    top = Math.max(top, blank[i]);
    [own, before] = [before, own];
  }
  trellis.high = high;
  trellis.live = live;
  narrow(trellis, top);
}

/** Gives up positions at both ends that fell hopelessly behind. */
function narrow(trellis: Trellis, top: number): void {
  while (trellis.low < trellis.high && isBehind(trellis, trellis.low, top)) drop(trellis, trellis.low++);
  while (trellis.high > trellis.low && isBehind(trellis, trellis.high, top)) drop(trellis, trellis.high--);
}

function isBehind({ blank, char, live }: Trellis, position: number, top: number): boolean {
  const least = top - HOPELESS;
  if (blank[position] >= least) return false;
  for (const c of live) if (char[position * ZONE_CHARACTERS + c] >= least) return false;
  return true;
}

function drop({ blank, char }: Trellis, position: number): void {
  blank[position] = -Infinity;
  char.fill(-Infinity, position * ZONE_CHARACTERS, (position + 1) * ZONE_CHARACTERS);
}

/** Character states of position `i` after this step; runs downwards over positions, so `i − 1` is still the step before. */
function enter(trellis: Trellis, step: number, i: number, live: number[], seen: Float32Array, before: Leaders): void {
  const { length, blank, char, charBack, entering } = trellis;
  const own = i * ZONE_CHARACTERS;
  const back = (step * (length + 1) + i) * ZONE_CHARACTERS;
  const entered = i > trellis.low ? blank[i - 1] : -Infinity;
  for (const c of live) {
    let value = char[own + c];
    let from = FROM_SELF;
    if (entered > value) {
      value = entered;
      from = FROM_BLANK;
    }
    const same = c === before.char;
    const direct = same ? before.nextValue : before.value;
    if (direct > value) {
      value = direct;
      from = same ? before.nextChar : before.char;
    }
    entering[c] = value + seen[1 + c];
    charBack[back + c] = from;
  }
  for (const c of trellis.live) char[own + c] = -Infinity;
  for (const c of live) char[own + c] = entering[c];
}

const nowhere = (): Leaders => ({ value: -Infinity, char: 0, nextValue: -Infinity, nextChar: 0 });

/** Writes into `top` who leads at the position, nobody where it is undefined. */
function leaders({ char, live }: Trellis, position: number | undefined, top: Leaders): Leaders {
  top.value = -Infinity;
  top.char = 0;
  top.nextValue = -Infinity;
  top.nextChar = 0;
  if (position === undefined) return top;
  const from = position * ZONE_CHARACTERS;
  for (const c of live) {
    const value = char[from + c];
    if (value > top.value) {
      top.nextValue = top.value;
      top.nextChar = top.char;
      top.value = value;
      top.char = c;
    } else if (value > top.nextValue) {
      top.nextValue = value;
      top.nextChar = c;
    }
  }
  return top;
}

/** Which position (0-based) each step belongs to, −1 for none. Asks only for states that were entered. */
function traceBack(trellis: Trellis, steps: number): { score: number; position: Int16Array } | undefined {
  const { length, blank, blankBack, charBack } = trellis;
  const last = leaders(trellis, length, nowhere());
  const score = Math.max(blank[length], last.value);
  if (score === -Infinity) return undefined;
  const position = new Int16Array(steps).fill(-1);
  let at = length;
  let c = last.value > blank[length] ? last.char : -1;
  for (let step = steps - 1; step >= 0; step--) {
    if (c < 0) {
      const from = blankBack[step * (length + 1) + at];
      if (from !== FROM_BLANK) c = from;
      continue;
    }
    position[step] = at - 1;
    const from = charBack[(step * (length + 1) + at) * ZONE_CHARACTERS + c];
    if (from === FROM_SELF) continue;
    at--;
    c = from === FROM_BLANK ? -1 : from;
  }
  return { score, position };
}

/** Mean evidence of the steps that belong to each character. */
function gather(evidence: LineEvidence, position: Int16Array, length: number) {
  const logProbs = new Float32Array(length * ZONE_CHARACTERS);
  const centres = new Float32Array(length);
  const counts = new Float32Array(length);
  position.forEach((at, step) => {
    if (at < 0) return;
    counts[at]++;
    centres[at] += step;
    const row = step * ZONE_CLASSES + 1;
    for (let c = 0; c < ZONE_CHARACTERS; c++) logProbs[at * ZONE_CHARACTERS + c] += evidence.logProbs[row + c];
  });
  for (let at = 0; at < length; at++) {
    centres[at] /= counts[at];
    normalise(logProbs.subarray(at * ZONE_CHARACTERS, (at + 1) * ZONE_CHARACTERS), counts[at]);
  }
  return { logProbs, centres };
}

function normalise(row: Float32Array, count: number): void {
  let top = -Infinity;
  for (let c = 0; c < row.length; c++) {
    row[c] /= count;
    top = Math.max(top, row[c]);
  }
  let sum = 0;
  for (let c = 0; c < row.length; c++) sum += Math.exp(row[c] - top);
  const shift = top + Math.log(sum);
  for (let c = 0; c < row.length; c++) row[c] -= shift;
}
