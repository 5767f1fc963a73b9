import type { ImageName, QuadPoints } from "../evidence";
import type { PageField } from "./field-labels";
import { costBelow, costBeside, type PlacedLine } from "./line-geometry";
import { parseValue, type ValueContext } from "./parse-value";
import { type SplitLine, splitLabel } from "./split-label";

/** Reads fields by the labels printed beside or above them. */

export interface PageReading {
  readonly field: PageField;
  readonly value: string;
  /** 0–1. */
  readonly confidence: number;
  readonly image: ImageName;
  readonly quad: QuadPoints;
}

interface Candidate {
  readonly label: number;
  readonly line: number;
  readonly field: PageField;
  readonly value: string;
  readonly cost: number;
  readonly confidence: number;
}

/** Fields whose value may share its line with that of another field. */
const SHARING: ReadonlySet<PageField> = new Set([
  "sex",
  "nationality",
  "birth_date",
  "issue_date",
  "expiry_date",
  "birth_place",
]);

function candidatesOf(
  label: number,
  lines: readonly PlacedLine[],
  splits: readonly SplitLine[],
  context: ValueContext,
): Candidate[] {
  const { fields, rest, quality } = splits[label];
  const own = lines[label];
  const out: Candidate[] = [];
  const offer = (field: PageField, line: number, text: string, cost: number) => {
    const value = parseValue(field, text, context);
    if (value === null) return;
    const confidence = lines[line].line.confidence * quality * Math.max(0.4, 1 - cost * 0.08);
    out.push({ label, line, field, value, cost, confidence });
  };
  for (const field of fields) {
    if (rest) offer(field, label, rest, 0);
    for (const [at, other] of lines.entries()) {
      if (at === label || splits[at].label) continue;
      const text = other.line.text;
      const below = costBelow(own, other);
      if (below !== null) offer(field, at, withNeighbour(field, at, lines, splits), below);
      const beside = costBeside(own, other);
      if (beside !== null) offer(field, at, text, beside + (rest ? 1 : 0));
    }
  }
  return out;
}

/** A date may be read in two pieces: `01 JAN` and, right of it, `85`. */
function withNeighbour(
  field: PageField,
  at: number,
  lines: readonly PlacedLine[],
  splits: readonly SplitLine[],
): string {
  const { line, right, middle, height } = lines[at];
  if (!field.endsWith("_date") || /\d{4}/.test(line.text)) return line.text;
  const next = lines.find(
    (other, i) =>
      i !== at &&
      !splits[i].label &&
      Math.abs(other.middle - middle) < height * 0.5 &&
      Math.abs(other.left - right) < height * 3,
  );
  return next ? `${line.text} ${next.line.text}` : line.text;
}

/** Cheapest pairs first; a line serves one field, unless two fields that share lines claim it. */
export function readLabelledFields(
  lines: readonly PlacedLine[],
  image: ImageName,
  context: ValueContext,
): PageReading[] {
  const splits = lines.map(({ line }) => splitLabel(line.text));
  const candidates = lines.flatMap((_, label) =>
    splits[label].fields.length > 0 ? candidatesOf(label, lines, splits, context) : [],
  );
  candidates.sort((a, b) => a.cost - b.cost);
  const taken = new Map<number, PageField[]>();
  const done = new Set<PageField>();
  const readings: PageReading[] = [];
  for (const { line, field, value, confidence } of candidates) {
    const holders = taken.get(line) ?? [];
    const free = holders.length === 0 || (SHARING.has(field) && holders.every((other) => SHARING.has(other)));
    if (done.has(field) || !free) continue;
    done.add(field);
    taken.set(line, [...holders, field]);
    readings.push({ field, value, confidence, image, quad: lines[line].line.quad });
  }
  return readings;
}
