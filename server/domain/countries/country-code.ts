import { icaoCodes } from "./icao-codes";
import { alpha2Of, alpha3Of } from "./iso-3166";

/** What a state or nationality code means. */

export interface ResolvedCode {
  /** As it was given, filler and blanks gone. */
  readonly code: string;
  /** ISO 3166 alpha-3 of the state behind it; the code itself where there is no state; null where it means nothing. */
  readonly alpha3: string | null;
  readonly kind: "iso" | "icao" | "specimen" | "withdrawn" | "two_letter" | "unknown";
}

/**
 * Resolves three-letter codes, the standard's extra ones, and the two-letter ones that Slovenia printed. Never throws.
 */
export function resolveCountryCode(raw: string): ResolvedCode {
  const code = raw.replace(/[<\s]/g, "").toUpperCase();
  if (alpha2Of.has(code)) return { code, alpha3: code, kind: "iso" };
  const extra = icaoCodes[code];
  if (extra) {
    const kind = extra.kind === "withdrawn" ? "withdrawn" : extra.kind === "specimen" ? "specimen" : "icao";
    return { code, alpha3: extra.state ?? code, kind };
  }
  const three = alpha3Of.get(code);
  return three ? { code, alpha3: three, kind: "two_letter" } : { code, alpha3: null, kind: "unknown" };
}
