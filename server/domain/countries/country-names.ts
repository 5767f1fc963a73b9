import { foldText } from "./fold-text";
import { alpha2Of } from "./iso-3166";

/** Country names as documents print them, folded, in the languages of issuing states (from CLDR, by way of Intl). */

const LANGUAGES =
  "en fr de es pt it nl sv da nb fi et lv lt pl cs sk sl hr hu ro bg el tr ru uk sr mk sq bs is ga mt ca az kk uz ka hy ar he fa ur hi th vi id ms ja ko zh";

/** Formal names that the plain ones do not contain. */
const FORMAL: readonly (readonly [string, string])[] = [
  ["UNITED STATES OF AMERICA", "USA"],
  ["USA", "USA"],
  ["BUNDESREPUBLIK DEUTSCHLAND", "DEU"],
  ["FEDERAL REPUBLIC OF GERMANY", "DEU"],
  ["REPUBLIQUE FRANCAISE", "FRA"],
  ["CONFOEDERATIO HELVETICA", "CHE"],
  ["SCHWEIZERISCHE EIDGENOSSENSCHAFT", "CHE"],
  ["REPUBLIK OSTERREICH", "AUT"],
  ["UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND", "GBR"],
  ["KONINKRIJK DER NEDERLANDEN", "NLD"],
  ["ROYAUME DE BELGIQUE", "BEL"],
  ["REPUBLICA PORTUGUESA", "PRT"],
  ["REPUBBLICA ITALIANA", "ITA"],
  ["REINO DE ESPANA", "ESP"],
  ["RZECZPOSPOLITA POLSKA", "POL"],
  ["CESKA REPUBLIKA", "CZE"],
  ["CZECH REPUBLIC", "CZE"],
  ["HELLENIC REPUBLIC", "GRC"],
  ["PEOPLE S REPUBLIC OF CHINA", "CHN"],
  ["REPUBLIC OF CHINA", "TWN"],
  ["REPUBLIC OF KOREA", "KOR"],
  ["RUSSIAN FEDERATION", "RUS"],
  ["REPUBLIQUE DE COTE D IVOIRE", "CIV"],
  ["REPUBLICA FEDERATIVA DO BRASIL", "BRA"],
  ["ESTADOS UNIDOS MEXICANOS", "MEX"],
  ["PRINCIPAUTE DE MONACO", "MCO"],
  ["TURKIYE CUMHURIYETI", "TUR"],
  ["SUOMI", "FIN"],
  ["UTOPIA", "UTO"],
  ["INTERPOL", "INP"],
];

/** Short or ambiguous names that also are ordinary words, cities or names of people on documents. */
const AMBIGUOUS = new Set([
  "CHAD",
  "JERSEY",
  "NIGER",
  "PERU",
  "CUBA",
  "TOGO",
  "MALI",
  "OMAN",
  "GEORGIA",
  "JORDAN",
  "TURKI",
]);

let names: ReadonlyMap<string, string> | undefined;

function build(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const language of LANGUAGES.split(" ")) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const [three, two] of alpha2Of) {
      const name = foldText(display.of(two) ?? "");
      if (name.length > 2 && !map.has(name)) map.set(name, three);
    }
  }
  for (const [name, code] of FORMAL) map.set(name, code);
  return map;
}

/** Folded name → ISO 3166 alpha-3. Built on first use. */
export function countryNames(): ReadonlyMap<string, string> {
  names ??= build();
  return names;
}

/** The country whose name a printed text is, exactly, or null. */
export function countryOfName(text: string): string | null {
  return countryNames().get(foldText(text)) ?? null;
}

/** Every country named inside a printed line, longest names first, so that Guinea does not hide in Papua New Guinea. */
export function countriesIn(text: string): readonly string[] {
  const words = foldText(text).split(" ");
  const found: string[] = [];
  for (let start = 0; start < words.length; ) {
    let used = 0;
    for (let length = Math.min(7, words.length - start); length > 0 && used === 0; length--) {
      const name = words.slice(start, start + length).join(" ");
      const code = AMBIGUOUS.has(name) && words.length > 1 ? undefined : countryNames().get(name);
      if (code) {
        found.push(code);
        used = length;
      }
    }
    start += used || 1;
  }
  return found;
}
