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

function build(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const language of LANGUAGES.split(" ")) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const [three, two] of alpha2Of) {
      const name = foldText(display.of(two) ?? "");
      if ((name.length > 2 || /\p{Script=Han}/u.test(name)) && name !== "" && !map.has(name)) map.set(name, three);
    }
  }
  for (const [name, code] of FORMAL) map.set(name, code);
  return map;
}

/** Folded name → ISO 3166 alpha-3. */
const NAMES: ReadonlyMap<string, string> = build();

/** The country whose name a printed text is, exactly, or null. */
export function countryOfName(text: string): string | null {
  return NAMES.get(foldText(text)) ?? null;
}

/** Shorter names must be words of their own. */
const SHORT = 6;
const LONG = 32;

/**
 * Every country named inside a printed line, longest names first, so that Guinea does not hide in Papua New Guinea.
 * Blanks are not relied on, as readers lose them.
 */
export function countriesIn(text: string): readonly string[] {
  const words = new Set(foldText(text).split(" "));
  let rest = foldText(text).replace(/ /g, "");
  const alone = words.size === 1;
  const found: string[] = [];
  for (let length = Math.min(LONG, rest.length); length >= 2; length--) {
    for (let at = 0; at + length <= rest.length; at++) {
      const name = rest.slice(at, at + length);
      const code = SQUASHED.get(name);
      if (!code || (length < SHORT && !words.has(name)) || (AMBIGUOUS.has(name) && !alone)) continue;
      found.push(code);
      rest = `${rest.slice(0, at)} ${rest.slice(at + length)}`;
    }
  }
  return found;
}

/**
 * Names with an article of one letter (Maltese “l-Indja”) would be found inside other words (Albanian “vendlindja”).
 */
const SQUASHED: ReadonlyMap<string, string> = new Map(
  [...NAMES].filter(([name]) => !/^\p{L} /u.test(name)).map(([name, code]) => [name.replace(/ /g, ""), code]),
);
