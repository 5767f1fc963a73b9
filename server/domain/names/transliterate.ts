import { ARABIC } from "./arabic";
import { CYRILLIC } from "./cyrillic";
import { GREEK } from "./greek";
import { LATIN } from "./latin";

/** Names as the zone writes them: A–Z and `<` only (ICAO Doc 9303-3, 4.6 and 6). */

const TABLE = new Map<string, readonly string[]>();
for (const table of [LATIN, CYRILLIC, ARABIC, GREEK]) {
  for (const [character, forms] of Object.entries(table)) TABLE.set(character, forms);
}
for (let code = 65; code <= 90; code++) TABLE.set(String.fromCharCode(code), [String.fromCharCode(code)]);

const NOTHING = [""] as const;
const FILLER = ["<"] as const;
const APOSTROPHE = /['’‘`´ʹʼʻ"“”]/u;
const SEPARATOR = /[\s\-‐‑–—_/,.·<]/u;

/** The part of a name that has upper case differs from its capital only in `ß`, `ı` and `ĸ`. */
const capital = (character: string) => (TABLE.has(character) ? character : character.toUpperCase());

/** A letter without its marks, or nothing where none of A–Z is left. */
function bare(character: string): readonly string[] {
  const letters = character
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^A-Z]/g, "");
  return letters ? [letters] : NOTHING;
}

/**
 * Every way the zone may write one character, the recommended first: letters by table, apostrophes as nothing,
 * hyphens, spaces and stops as filler. What has no Latin form is written as nothing.
 */
export function transliterations(character: string): readonly string[] {
  const known = TABLE.get(capital(character.normalize("NFC")));
  if (known) return known;
  if (APOSTROPHE.test(character)) return NOTHING;
  return SEPARATOR.test(character) ? FILLER : bare(character);
}

/** A printed name in the zone's alphabet by the recommended forms, words parted by single fillers. */
export function toZoneText(name: string): string {
  let out = "";
  for (const character of name.normalize("NFC")) out += transliterations(character)[0];
  return out.replace(/<+/g, "<").replace(/^<|<$/g, "");
}
