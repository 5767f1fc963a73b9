import { transliterations } from "./transliterate";

/** Whether a printed name and the zone's are the same name, under every transliteration the standard allows. */

export interface NameComparison {
  /** `same`: one legal writing of the other; `prefix`: the zone's cut begins it; `close`: a slip or two apart. */
  readonly result: "same" | "prefix" | "close" | "different";
  /** Fewest single-character edits between the zone and any legal writing, filler and order of blanks ignored. */
  readonly edits: number;
  /** 1 minus edits over the zone's letters, 0–1. */
  readonly similarity: number;
}

/** Titles and suffixes that issuers print on the page and leave out of the zone (part 3, 4.6.3). */
const TITLES = /^(DR|PROF|ING|DIPL|MAG|SIR|LADY|LORD|DAME|MR|MRS|MS|MISS|JR|SR|II|III|IV|PHD|MD|MBA|MA|BSC|MSC)$/;

const MAX_LETTERS = 128;

/** Legal writings of each character of a printed name, separators gone. */
function writings(name: string): (readonly string[])[] {
  const words = name
    .normalize("NFC")
    .split(/[\s,]+/)
    .filter((word) => word && !TITLES.test(word.toUpperCase().replace(/\./g, "")));
  const kept = words.length > 0 ? words.join("") : name.normalize("NFC");
  const out: (readonly string[])[] = [];
  for (const character of kept) {
    const forms = transliterations(character).filter((form) => form !== "<");
    if (forms.length > 0 && forms.some((form) => form !== "")) out.push(forms);
  }
  return out.slice(0, MAX_LETTERS);
}

/** Next row of the edit distance after appending the letters of `form` to the printed side. */
function extend(row: readonly number[], form: string, zone: string): number[] {
  let current = row as number[];
  for (const letter of form) {
    const next = [current[0] + 1];
    for (let j = 1; j <= zone.length; j++) {
      const swap = current[j - 1] + (zone[j - 1] === letter ? 0 : 1);
      next.push(Math.min(swap, current[j] + 1, next[j - 1] + 1));
    }
    current = next;
  }
  return current;
}

/** Last-row minimum over all writings: `whole` for the entire printed name, `cut` for its best beginning. */
function distances(printed: (readonly string[])[], zone: string): { whole: number; cut: number } {
  let row = Array.from({ length: zone.length + 1 }, (_, j) => j);
  let cut = row[zone.length];
  for (const forms of printed) {
    const rows = forms.map((form) => extend(row, form, zone));
    row = rows[0].map((_, j) => Math.min(...rows.map((candidate) => candidate[j])));
    cut = Math.min(cut, row[zone.length]);
  }
  return { whole: row[zone.length], cut };
}

/**
 * @param printed the name as the page has it, any script of the standard's tables
 * @param zone the zone's name, with blanks or fillers
 * @param truncated whether the zone's name may have been cut
 */
export function compareNames(printed: string, zone: string, truncated = false): NameComparison {
  const letters = zone
    .replace(/[^A-Z]/gi, "")
    .toUpperCase()
    .slice(0, MAX_LETTERS);
  const { whole, cut } = distances(writings(printed), letters);
  const edits = truncated ? Math.min(whole, cut) : whole;
  const similarity = letters.length === 0 ? (edits === 0 ? 1 : 0) : Math.max(0, 1 - edits / letters.length);
  const close = edits <= Math.max(1, Math.floor(letters.length / 6));
  const result = whole === 0 ? "same" : edits === 0 ? "prefix" : close && letters.length > 2 ? "close" : "different";
  return { result, edits, similarity };
}
