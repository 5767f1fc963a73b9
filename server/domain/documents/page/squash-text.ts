import { foldText } from "../../countries/fold-text";

/** Printed text without blanks and marks: readers lose blanks, so words cannot be told apart by them. */
export interface Squashed {
  readonly text: string;
  /** For each character of `text`, where it stands in the original. */
  readonly at: readonly number[];
}

export function squash(original: string): Squashed {
  let text = "";
  const at: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const folded = foldText(original[i]).replace(/ /g, "");
    for (const character of folded) {
      text += character;
      at.push(i);
    }
  }
  return { text, at };
}

/** Edits between two texts, or `max + 1` as soon as there are more. */
export function editsWithin(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const edits = Math.min(row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), row[j] + 1, next[j - 1] + 1);
      next.push(edits);
      if (edits < least) least = edits;
    }
    if (least > max) return max + 1;
    row = next;
  }
  return row[b.length];
}
