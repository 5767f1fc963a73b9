import { mrzFormats } from "./formats";
import type { MrzFormat } from "./types";

/** Every layout that the number of lines, their lengths and the first characters allow, most particular first. */
export function detectFormats(lines: readonly string[]): readonly MrzFormat[] {
  const found: MrzFormat[] = [];
  for (const format of mrzFormats) {
    if (format.lengths.length !== lines.length) continue;
    if (format.lengths.every((length, i) => lines[i].length === length) && format.accepts(lines)) found.push(format);
  }
  return found;
}
