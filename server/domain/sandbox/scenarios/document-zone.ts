import type { Scenario, SeenScenario } from "@/server/domain/sandbox/scenario";
import { type Changes, inYears, soundPassport } from "@/server/domain/sandbox/sound-passport";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

type Verdict = "accepted" | "review" | "rejected";

/** A live person with a passport that is changed so. */
function seen(
  title: string,
  changes: Changes | ((today: string) => Changes),
  decision: Verdict,
  reasons: readonly string[],
  more: Partial<SeenScenario> = {},
): Scenario {
  const of = (today: string) => (typeof changes === "function" ? changes(today) : changes);
  const see = (today: string) => soundSight(today, { document: soundPassport(today, of(today)) });
  return { kind: "seen", title, see, expect: { decision, reasons }, ...more };
}

/** The zone's lines with characters of the second exchanged from a column on. */
const second = (column: number, text: string) => (lines: readonly string[]) => [
  lines[0],
  lines[1].slice(0, column) + text + lines[1].slice(column + text.length),
];
/** With another digit in a column of the second line. */
const otherDigit = (column: number) => (lines: readonly string[]) =>
  second(column, String((Number(lines[1][column]) + 5) % 10))(lines);

/** The machine-readable zone: its digits, characters, codes and dates. */
export const documentZone: Readonly<Record<string, Scenario>> = {
  mrz_checksum_fail: seen("Check digits that do not hold", { lines: otherDigit(43) }, "review", [
    "mrz_checksum_fail",
    "mrz_composite_digit_wrong",
    "document_invalid",
  ]),
  mrz_document_number_digit_wrong: seen(
    "A wrong check digit of the document number",
    { lines: otherDigit(9) },
    "review",
    ["mrz_document_number_digit_wrong"],
  ),
  mrz_birth_date_digit_wrong: seen("A wrong check digit of the date of birth", { lines: otherDigit(19) }, "review", [
    "mrz_birth_date_digit_wrong",
  ]),
  mrz_expiry_date_digit_wrong: seen("A wrong check digit of the date of expiry", { lines: otherDigit(27) }, "review", [
    "mrz_expiry_date_digit_wrong",
  ]),
  mrz_personal_number_digit_wrong: seen(
    "A wrong check digit of the personal number",
    { zone: { personal_number: "ZE184226B" }, lines: otherDigit(42) },
    "review",
    ["mrz_personal_number_digit_wrong"],
  ),
  mrz_format_unknown: seen(
    "A zone of no known layout",
    { lines: (lines) => [lines[0].slice(0, 20), lines[1].slice(0, 17)] },
    "review",
    ["mrz_format_unknown"],
  ),
  mrz_character_illegal: seen("A character that no zone holds", { lines: second(30, "#") }, "review", [
    "mrz_character_illegal",
  ]),
  mrz_character_misplaced: seen("A letter in the place of a figure", { lines: second(14, "X") }, "review", [
    "mrz_character_misplaced",
  ]),
  mrz_repaired: seen(
    "A zone read with one character taken for another",
    (today) => ({
      evidence: {
        zone: {
          ...soundPassport(today).zone!,
          corrections: [{ line: 1, column: 3, from: "8", to: "B" }],
        },
      },
    }),
    "accepted",
    ["mrz_repaired"],
  ),
  document_code_unfit: seen(
    "A zone of a passport that begins as a visa's",
    { zone: { document_code: "XP" } },
    "accepted",
    ["document_code_unfit"],
  ),
  country_code_unknown: seen("An issuing state that is none", { zone: { issuing_state: "QQQ" } }, "review", [
    "country_code_unknown",
  ]),
  country_code_specimen: seen("A specimen", { zone: { issuing_state: "UTO", nationality: "UTO" } }, "accepted", [
    "country_code_specimen",
  ]),
  country_code_withdrawn: seen("A state that is no more", { zone: { issuing_state: "YUG" } }, "accepted", [
    "country_code_withdrawn",
  ]),
  country_code_two_letter: seen("A code of two letters", { zone: { issuing_state: "SI" } }, "accepted", [
    "country_code_two_letter",
  ]),
  nationality_code_unknown: seen("A nationality that is none", { zone: { nationality: "QQQ" } }, "accepted", [
    "nationality_code_unknown",
  ]),
  impossible_date: seen("A day that no calendar has", { zone: { birth_date: "1991-02-31" } }, "review", [
    "impossible_date",
  ]),
  incomplete_date: seen("A date with one figure missing", { lines: second(13, "9<0812") }, "review", [
    "incomplete_date",
  ]),
  document_expired: seen(
    "An expired passport",
    (today) => ({ zone: { expiry_date: inYears(today, -1) } }),
    "rejected",
    ["document_expired"],
  ),
  zone_not_found: seen("A passport without its zone", { evidence: { zone: undefined } }, "review", [
    "zone_not_found",
    "no_proof",
    "document_invalid",
  ]),
  no_identity_document: seen(
    "A picture of something else",
    { evidence: { zone: undefined }, side: { lines: [], portrait: { found: false, count: 0, size: 0 } } },
    "review",
    ["no_identity_document", "fields_missing", "portrait_missing", "mandatory_field_missing", "expiry_unknown"],
  ),
  document_type_unexpected: seen(
    "A passport, where an identity card was said",
    {},
    "review",
    ["document_type_unexpected"],
    { send: { documentType: "id_card" } },
  ),
  country_unexpected: seen("A French passport, where a German one was said", {}, "review", ["country_unexpected"], {
    send: { country: "DEU" },
  }),
};
