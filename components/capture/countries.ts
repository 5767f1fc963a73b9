import { alpha3Of } from "@/server/domain/countries/iso-3166";

/** Territories of ISO 3166-1 whose people hold another state's documents. */
const WITHOUT_DOCUMENTS = new Set(
  (
    "AW AI AX AS AQ TF BQ BL BM BV CC CK CW CX KY EH FK FO GG GI GP GL GF GU HM IM IO JE MF MP MS MQ YT NC NF NU PN PR PF RE GS " +
    "SH SJ PM SX TC TK UM VG VI WF"
  ).split(" "),
);
const ISSUERS = [...alpha3Of].filter(([alpha2]) => !WITHOUT_DOCUMENTS.has(alpha2));

export interface Country {
  readonly alpha2: string;
  readonly alpha3: string;
  readonly name: string;
}

/** Countries by their names in one language, in that language's order. */
export function listCountries(locale: string): Country[] {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const compare = new Intl.Collator(locale).compare;
  return ISSUERS.map(([alpha2, alpha3]) => ({ alpha2, alpha3, name: names.of(alpha2) ?? alpha2 })).sort((a, b) =>
    compare(a.name, b.name),
  );
}

/** The country that the browser's language names, as alpha-3. */
export function guessCountry(languages: readonly string[]): string | undefined {
  for (const language of languages) {
    const region = /[-_]([A-Z]{2})\b/.exec(language)?.[1];
    const alpha3 = region && !WITHOUT_DOCUMENTS.has(region) && alpha3Of.get(region);
    if (alpha3) return alpha3;
  }
  return undefined;
}
