/** From the evidence of every line to the zone that was most likely printed, under each layout that has such lines. */

import { ZONE_ALPHABET } from "@/server/vision/models/mrz-ocr-b";
import { ZONE_CHARACTERS } from "@/server/vision/pipelines/mrz/align-line";
import { characterCosts } from "@/server/vision/pipelines/mrz/character-costs";
import { decodeChecked } from "@/server/vision/pipelines/mrz/decode-checked";
import { decodeNames } from "@/server/vision/pipelines/mrz/decode-names";
import { withLongNumber, type ZoneLayout } from "@/server/vision/pipelines/mrz/zone-layout";

export interface ZoneReading {
  readonly layout: string;
  readonly lines: readonly string[];
  /** Probability of every character as read, 0–1. */
  readonly confidences: readonly (readonly number[])[];
  /** Where layout and check digits overruled what the letter alone looked like. */
  readonly corrections: readonly {
    readonly line: number;
    readonly column: number;
    readonly from: string;
    readonly to: string;
  }[];
  /** Log-probability of the characters less the cost of whatever the layout does not expect. */
  readonly score: number;
}

/** A document code that belongs to another layout costs this much, nats. */
const FOREIGN_CODE = 30;
/** A long document number is rare. */
const LONG_NUMBER = 1;

/** `evidence[line]`: log-probabilities, 37 a position. The best reading; undefined where no layout has such lines. */
export function decodeZone(evidence: readonly Float32Array[], layouts: readonly ZoneLayout[]): ZoneReading | undefined {
  const lengths = evidence.map((line) => line.length / ZONE_CHARACTERS);
  let best: ZoneReading | undefined;
  for (const layout of layouts) {
    if (layout.lengths.length !== lengths.length || layout.lengths.some((n, k) => n !== lengths[k])) continue;
    for (const variant of variantsOf(layout, evidence)) {
      const reading = decodeAs(evidence, variant.layout, variant.cost);
      if (!best || reading.score > best.score) best = reading;
    }
  }
  return best;
}

function variantsOf(layout: ZoneLayout, evidence: readonly Float32Array[]): { layout: ZoneLayout; cost: number }[] {
  const variants = [{ layout, cost: 0 }];
  const check = layout.checks.find((c) => c.continuation);
  if (!check?.continuation) return variants;
  const digit = evidence[check.digit.line].subarray(check.digit.column * ZONE_CHARACTERS);
  if (digit[ZONE_CHARACTERS - 1] < -4) return variants;
  for (let extra = 1; extra < check.continuation.end - check.continuation.start; extra++) {
    const long = withLongNumber(layout, extra);
    if (long) variants.push({ layout: long, cost: LONG_NUMBER });
  }
  return variants;
}

function decodeAs(evidence: readonly Float32Array[], layout: ZoneLayout, cost: number): ZoneReading {
  const costs = characterCosts(layout);
  const scores = evidence.map((line, n) =>
    costs[n].map((prior, column) => {
      const from = column * ZONE_CHARACTERS;
      return prior.map((value, c) => line[from + c] - value);
    }),
  );
  const { chars, score } = decodeChecked(layout, scores);
  let total = score - cost;
  for (const field of layout.fields) {
    if (field.kind !== "names" || isChecked(layout, field.line, field.start)) continue;
    const own = scores[field.line].slice(field.start, field.end);
    const names = decodeNames(own);
    own.forEach((seen, k) => {
      total -= seen[chars[field.line][field.start + k]];
    });
    total += names.score;
    chars[field.line].splice(field.start, names.chars.length, ...names.chars);
  }
  const lines = chars.map((line) => line.map((c) => ZONE_ALPHABET[c]).join(""));
  if (!layout.accepts(lines)) total -= FOREIGN_CODE;
  return { layout: layout.id, lines, score: total, ...comparison(evidence, chars) };
}

function isChecked(layout: ZoneLayout, line: number, column: number): boolean {
  return layout.checks.some((check) => check.over.some((r) => r.line === line && r.start <= column && column < r.end));
}

function comparison(evidence: readonly Float32Array[], chars: readonly (readonly number[])[]) {
  const corrections: { line: number; column: number; from: string; to: string }[] = [];
  const confidences = chars.map((row, line) =>
    row.map((char, column) => {
      const seen = evidence[line].subarray(column * ZONE_CHARACTERS, (column + 1) * ZONE_CHARACTERS);
      let best = 0;
      for (let c = 1; c < ZONE_CHARACTERS; c++) if (seen[c] > seen[best]) best = c;
      if (best !== char) corrections.push({ line, column, from: ZONE_ALPHABET[best], to: ZONE_ALPHABET[char] });
      return Math.exp(seen[char]);
    }),
  );
  return { corrections, confidences };
}
