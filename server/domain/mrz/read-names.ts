import type { MrzField, MrzRange } from "./types";

/** The names field (ICAO Doc 9303-3, 4.6): primary identifier, `<<`, secondary identifier, filler. */

export interface ReadNames {
  readonly surname: MrzField;
  readonly given_names: MrzField;
  /** A letter in the last position: more may have followed. */
  readonly truncated: boolean;
}

/** Filler as people write it: single spaces, none at the ends. */
export function spoken(raw: string): string {
  let out = "";
  let gap = false;
  for (let i = 0; i < raw.length; i++) {
    if (raw.charCodeAt(i) === 60) gap = out.length > 0;
    else {
      out += gap ? ` ${raw[i]}` : raw[i];
      gap = false;
    }
  }
  return out;
}

function trimmedEnd(raw: string): number {
  let end = raw.length;
  while (end > 0 && raw.charCodeAt(end - 1) === 60) end--;
  return end;
}

/** `raw` holds the whole field, which starts at `at`. Ranges leave out separator and trailing filler. */
export function readNames(raw: string, at: MrzRange): ReadNames {
  const end = trimmedEnd(raw);
  const separator = raw.indexOf("<<");
  const primaryEnd = separator === -1 || separator > end ? end : separator;
  let secondaryStart = Math.min(end, primaryEnd + 2);
  while (secondaryStart < end && raw.charCodeAt(secondaryStart) === 60) secondaryStart++;
  const part = (start: number, stop: number) => ({
    raw: raw.slice(start, stop),
    value: spoken(raw.slice(start, stop)),
    ranges: stop > start ? [{ line: at.line, start: at.start + start, end: at.start + stop }] : [],
  });
  return {
    surname: { name: "surname", ...part(0, primaryEnd) },
    given_names: { name: "given_names", ...part(secondaryStart, end) },
    truncated: end === raw.length,
  };
}
