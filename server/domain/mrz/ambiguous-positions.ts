import { alphabetAt } from "./character-class";
import { characterValue } from "./check-digit";
import { mrzFormatById } from "./formats";
import type { ParsedMrz } from "./types";

/**
 * What check digits cannot see: they count modulo 10, so that `6` and `G`, `1` and `L`, `<` and `K` weigh the same
 * (ICAO Doc 9303-3, 4.9). Only the page or the issuer's number pattern tells such characters apart.
 */
export interface AmbiguousPosition {
  readonly line: number;
  readonly column: number;
  readonly character: string;
  /** Characters that could stand there without any digit or class noticing. */
  readonly alternatives: string;
}

/** Every such position under the zone's check digits, in order. Empty for a zone of unknown layout. */
export function ambiguousPositions({ format, lines }: Pick<ParsedMrz, "format" | "lines">): AmbiguousPosition[] {
  if (!format) return [];
  const found = new Map<string, AmbiguousPosition>();
  for (const check of mrzFormatById[format].checks) {
    for (const { line, start, end } of check.over) {
      for (let column = start; column < end; column++) {
        const character = lines[line][column];
        const residue = characterValue(character.charCodeAt(0)) % 10;
        const alternatives = [...alphabetAt(format, line, column)]
          .filter((other) => other !== character && characterValue(other.charCodeAt(0)) % 10 === residue)
          .join("");
        if (alternatives) found.set(`${line}.${column}`, { line, column, character, alternatives });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
