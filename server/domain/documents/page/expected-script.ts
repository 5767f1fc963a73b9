import { resolveCountryCode } from "../../countries/country-code";
import { countriesIn } from "../../countries/country-names";
import { type NativeScript, nativeScriptOf } from "../../countries/native-scripts";

/** What tells the issuing state before the page is read in full. */
export interface IssuerSigns {
  /** Lines of the zone as read. */
  readonly zone?: readonly string[];
  /** Printed lines as the Latin reader read them, from top to bottom. */
  readonly texts: readonly string[];
  /** `auto`, or the caller's code. */
  readonly countryHint: string;
}

/** States name themselves at the head of the page; further down stand places of birth. */
const TITLE_LINES = 6;

/**
 * The script beside Latin in which the page is probably written: by the zone, else by the caller, else by a state's
 * name in print.
 */
export function expectedScript({ zone, texts, countryHint }: IssuerSigns): NativeScript | undefined {
  const stated = zone?.[0]?.slice(2, 5).replace(/</g, "");
  const code = stated ? resolveCountryCode(stated).alpha3 : countryHint === "auto" ? null : countryHint;
  if (code) return nativeScriptOf(code);
  for (const text of texts.slice(0, TITLE_LINES)) {
    for (const state of countriesIn(text)) {
      const script = nativeScriptOf(state);
      if (script) return script;
    }
  }
  return undefined;
}
