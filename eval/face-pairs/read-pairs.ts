import { readFileSync } from "node:fs";
import path from "node:path";

/** One row of `pairs.csv`. */
export interface FacePair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly group: string;
}

export interface PairList {
  readonly pairs: readonly FacePair[];
  /** Picture → person, for every picture named. */
  readonly identities: ReadonlyMap<string, string>;
  readonly folder: string;
}

const COLUMNS = ["file_a", "file_b", "same", "group", "identity_a", "identity_b"] as const;

/** Reads a pairs file; pictures lie beside it or under `images`. Throws where a column is missing. */
export function readPairs(file: string, images: string | undefined): PairList {
  const [head, ...lines] = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  const names = head.split(",");
  const at = COLUMNS.map((column) => names.indexOf(column));
  if (at.includes(-1)) throw new Error(`${file} needs the columns ${COLUMNS.join(", ")}`);
  const identities = new Map<string, string>();
  const pairs = lines.map((line) => {
    const cells = line.split(",");
    const [a, b, same, group, idA, idB] = at.map((i) => cells[i]);
    identities.set(a, idA);
    identities.set(b, idB);
    return { a, b, same: same === "1", group };
  });
  return { pairs, identities, folder: images ?? path.dirname(file) };
}
