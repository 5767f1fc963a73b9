/**
 * The likeliest names field: words between single fillers, two fillers once, filler to the end (Doc 9303-3, 4.6).
 * No check digit covers it, so its own grammar is all there is to tell `<` from the letters it looks like.
 */

import { FILLER } from "@/server/vision/pipelines/mrz/character-costs";

/** Places in the grammar: 0 start, 1 primary word, 2 after `<`, 3 after `<<`, 4 secondary word, 5 after its `<`, 6 the end. */
const STATES = 7;
const ON_LETTER = [1, 1, 1, 4, 4, 4, 4] as const;
const ON_FILLER = [2, 2, 3, 6, 5, 6, 6] as const;
const LETTER_COST = [0, 0, 0, 0, 0, 0, 7] as const;
const FILLER_COST = [3, 0, 0, 0.3, 0, 0, 0] as const;

/** `scores[i]`: log-probability less prior cost of the 37 characters at the field's i-th place. Returns class indices. */
export function decodeNames(scores: readonly Float32Array[]): { chars: number[]; score: number } {
  let best = new Float64Array(STATES).fill(-Infinity);
  best[0] = 0;
  const back: { state: number; char: number }[][] = [];
  for (const seen of scores) {
    const letter = bestLetter(seen);
    const next = new Float64Array(STATES).fill(-Infinity);
    const from: { state: number; char: number }[] = [];
    for (let state = 0; state < STATES; state++) {
      offer(next, from, ON_LETTER[state], best[state] + seen[letter] - LETTER_COST[state], state, letter);
      offer(next, from, ON_FILLER[state], best[state] + seen[FILLER] - FILLER_COST[state], state, FILLER);
    }
    best = next;
    back.push(from);
  }
  let state = best.indexOf(Math.max(...best));
  const score = best[state];
  const chars: number[] = [];
  for (let i = back.length - 1; i >= 0; i--) {
    chars.push(back[i][state].char);
    state = back[i][state].state;
  }
  return { chars: chars.reverse(), score };
}

function offer(
  next: Float64Array,
  from: { state: number; char: number }[],
  to: number,
  value: number,
  state: number,
  char: number,
): void {
  if (value <= next[to]) return;
  next[to] = value;
  from[to] = { state, char };
}

function bestLetter(seen: Float32Array): number {
  let best = 0;
  for (let c = 1; c < FILLER; c++) if (seen[c] > seen[best]) best = c;
  return best;
}
