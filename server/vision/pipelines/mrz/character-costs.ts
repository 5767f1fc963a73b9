/** How unlikely a character is at a place of a zone before it is looked at, in nats, from the kind of its field. */

import { ZONE_ALPHABET } from "@/server/vision/models/mrz-ocr-b";
import type { ZoneLayout } from "@/server/vision/pipelines/mrz/zone-layout";

export const FILLER = ZONE_ALPHABET.indexOf("<");

interface ClassCosts {
  readonly letter: number;
  readonly digit: number;
  readonly filler: number;
}

/** Issuers break the rules now and then (a digit in a document code, an X for the sex), so nothing is impossible. */
const FREE: ClassCosts = { letter: 0, digit: 0, filler: 0 };
const KINDS: Readonly<Record<string, ClassCosts>> = {
  document_code: { letter: 0, digit: 2.5, filler: 0 },
  state: { letter: 0, digit: 5, filler: 0.5 },
  names: { letter: 0, digit: 5, filler: 0 },
  surname: { letter: 0, digit: 5, filler: 0 },
  given_names: { letter: 0, digit: 5, filler: 0 },
  digits: { letter: 5, digit: 0, filler: 3 },
  date: { letter: 6, digit: 0, filler: 2 },
  issue_month: { letter: 6, digit: 0, filler: 3 },
};
const CHECK: ClassCosts = { letter: 6, digit: 0, filler: 3 };
const SEX: Readonly<Record<string, number>> = { M: 0, F: 0, "<": 0.5, X: 1.5 };

/** One row of 37 costs for every position of every line. */
export function characterCosts(layout: ZoneLayout): Float32Array[][] {
  const costs = layout.lengths.map((length) => Array.from({ length }, () => row(FREE)));
  for (const field of layout.fields) {
    for (let column = field.start; column < field.end; column++) {
      costs[field.line][column] = field.kind === "sex" ? sexRow() : row(KINDS[field.kind] ?? FREE);
      if (field.kind === "document_code" && column === 0) costs[field.line][column][FILLER] = 5;
    }
  }
  for (const check of layout.checks) {
    const cost = row(CHECK);
    if (check.fillerForZero) cost[FILLER] = 0.5;
    costs[check.digit.line][check.digit.column] = cost;
  }
  return costs;
}

function row(costs: ClassCosts): Float32Array {
  return Float32Array.from(ZONE_ALPHABET, (char) => {
    if (char === "<") return costs.filler;
    return char >= "0" && char <= "9" ? costs.digit : costs.letter;
  });
}

function sexRow(): Float32Array {
  return Float32Array.from(ZONE_ALPHABET, (char) => SEX[char] ?? 6);
}
