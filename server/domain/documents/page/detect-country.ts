import { countriesIn } from "../../countries/country-names";
import { aamvaIssuers } from "../barcode/aamva-issuers";
import type { PlacedLine } from "./line-geometry";
import { splitLabel } from "./split-label";

/** The issuing country by what is printed: its name in the title, the states of North America, the EU's letter. */

const JURISDICTIONS: Readonly<Record<string, string>> = {
  ALABAMA: "AL",
  ALASKA: "AK",
  ARIZONA: "AZ",
  ARKANSAS: "AR",
  CALIFORNIA: "CA",
  COLORADO: "CO",
  CONNECTICUT: "CT",
  DELAWARE: "DE",
  FLORIDA: "FL",
  HAWAII: "HI",
  IDAHO: "ID",
  ILLINOIS: "IL",
  INDIANA: "IN",
  IOWA: "IA",
  KANSAS: "KS",
  KENTUCKY: "KY",
  LOUISIANA: "LA",
  MAINE: "ME",
  MARYLAND: "MD",
  MASSACHUSETTS: "MA",
  MICHIGAN: "MI",
  MINNESOTA: "MN",
  MISSISSIPPI: "MS",
  MISSOURI: "MO",
  MONTANA: "MT",
  NEBRASKA: "NE",
  NEVADA: "NV",
  "NEW HAMPSHIRE": "NH",
  "NEW JERSEY": "NJ",
  "NEW MEXICO": "NM",
  "NEW YORK": "NY",
  "NORTH CAROLINA": "NC",
  "NORTH DAKOTA": "ND",
  OHIO: "OH",
  OKLAHOMA: "OK",
  OREGON: "OR",
  PENNSYLVANIA: "PA",
  "RHODE ISLAND": "RI",
  "SOUTH CAROLINA": "SC",
  "SOUTH DAKOTA": "SD",
  TENNESSEE: "TN",
  TEXAS: "TX",
  UTAH: "UT",
  VERMONT: "VT",
  VIRGINIA: "VA",
  WASHINGTON: "WA",
  "WEST VIRGINIA": "WV",
  WISCONSIN: "WI",
  WYOMING: "WY",
  ONTARIO: "ON",
  QUEBEC: "QC",
  ALBERTA: "AB",
  "BRITISH COLUMBIA": "BC",
  MANITOBA: "MB",
  SASKATCHEWAN: "SK",
  "NOVA SCOTIA": "NS",
  "NEW BRUNSWICK": "NB",
  NEWFOUNDLAND: "NL",
  "PRINCE EDWARD ISLAND": "PE",
};
const CANADA = new Set(
  [...aamvaIssuers.values()].filter((one) => one.country === "CAN").map((one) => one.jurisdiction),
);

/** Names of licence titles that only one country prints. */
const NATIVE: readonly (readonly [RegExp, string])[] = [
  [/\bNEDERLANDSE IDENTITEITSKAART\b/, "NLD"],
  [/\bPERSONALAUSWEIS\b.*\bDEUTSCHLAND\b|\bBUNDESDRUCKEREI\b/, "DEU"],
  [/\bCEDULA DE CIUDADANIA\b/, "COL"],
  [/\bCREDENCIAL PARA VOTAR\b|\bINSTITUTO NACIONAL ELECTORAL\b/, "MEX"],
  [/\bCARTEIRA NACIONAL DE HABILITACAO\b/, "BRA"],
  [/\bMYKAD\b/, "MYS"],
  [/\bUSCIS\b|\bDEPARTMENT OF HOMELAND SECURITY\b|\bU S CITIZENSHIP\b/, "USA"],
  [/\bDVLA\b/, "GBR"],
  [/\bSAAQ\b/, "CAN"],
  [/居民身份证|公民身份号码/, "CHN"],
];

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Weight by alpha-3 code; titles high on the page weigh most, since a nationality or birth place also names a country.
 */
export function detectPrintedCountries(lines: readonly PlacedLine[], height: number): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (code: string, weight: number) => weights.set(code, (weights.get(code) ?? 0) + weight);
  for (const line of lines) {
    const text = fold(line.line.text);
    const high = line.middle < height * 0.35 ? 1 : 0.35;
    for (const code of new Set(countriesIn(splitLabel(line.line.text).rest))) add(code, high * line.line.confidence);
    for (const [pattern, code] of NATIVE) if (pattern.test(text)) add(code, 1.2);
    if (high === 1) {
      const state = JURISDICTIONS[text.replace(/ (DRIVER|DRIVING|IDENTIFICATION|USA).*$/, "")];
      if (state) add(CANADA.has(state) ? "CAN" : "USA", 0.9 * line.line.confidence);
    }
  }
  return weights;
}
