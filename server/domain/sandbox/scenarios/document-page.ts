import type { Scenario } from "@/server/domain/sandbox/scenario";
import { type Changes, inYears, SOUND_QUALITY, soundPassport } from "@/server/domain/sandbox/sound-passport";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

type Verdict = "accepted" | "review" | "rejected";

function seen(
  title: string,
  changes: Changes | ((today: string) => Changes),
  decision: Verdict,
  reasons: readonly string[],
): Scenario {
  const of = (today: string) => (typeof changes === "function" ? changes(today) : changes);
  const see = (today: string) => soundSight(today, { document: soundPassport(today, of(today)) });
  return { kind: "seen", title, see, expect: { decision, reasons } };
}

const printed = (iso: string) => iso.split("-").reverse().join(".");

/** What the page prints against what the zone says, and what both say together. */
export const documentPage: Readonly<Record<string, Scenario>> = {
  page_zone_surname_differs: seen("Another surname on the page", { page: { surname: "LINDQVIST" } }, "review", [
    "page_zone_surname_differs",
  ]),
  page_zone_surname_close: seen("A surname a letter apart", { page: { surname: "ERIKSSEN" } }, "accepted", [
    "page_zone_surname_close",
  ]),
  page_zone_given_names_differs: seen(
    "Other given names on the page",
    { page: { given_names: "BERIT LOTTA" } },
    "review",
    ["page_zone_given_names_differs"],
  ),
  page_zone_given_names_close: seen("Given names a letter apart", { page: { given_names: "ANNE MARIA" } }, "accepted", [
    "page_zone_given_names_close",
  ]),
  page_zone_document_number_differs: seen("Another number on the page", { page: { number: "98XY76543" } }, "review", [
    "page_zone_document_number_differs",
  ]),
  page_zone_document_number_close: seen(
    "A number one figure apart, hardly legible",
    { page: { number: "12AB34561" }, printed: 0.7 },
    "accepted",
    ["page_zone_document_number_close"],
  ),
  page_zone_birth_date_differs: seen("Another date of birth on the page", { page: { birth: "23.11.1985" } }, "review", [
    "page_zone_birth_date_differs",
  ]),
  page_zone_birth_date_close: seen("A date of birth one figure apart", { page: { birth: "12.08.1997" } }, "accepted", [
    "page_zone_birth_date_close",
  ]),
  page_zone_expiry_date_differs: seen(
    "Another date of expiry on the page",
    (today) => ({ page: { expiry: printed(`${inYears(today, 7).slice(0, 4)}-01-17`) } }),
    "review",
    ["page_zone_expiry_date_differs"],
  ),
  page_zone_expiry_date_close: seen(
    "A date of expiry one figure apart",
    (today) => ({ page: { expiry: printed(inYears(today, 6)) } }),
    "accepted",
    ["page_zone_expiry_date_close"],
  ),
  page_zone_sex_differs: seen("Another sex on the page", { page: { sex: "M" } }, "accepted", ["page_zone_sex_differs"]),
  page_zone_nationality_differs: seen(
    "Another nationality on the page",
    { page: { nationality: "Deutsch" } },
    "accepted",
    ["page_zone_nationality_differs"],
  ),
  birth_date_in_future: seen(
    "Born tomorrow",
    (today) => ({ evidence: { zone: undefined }, page: { birth: printed(inYears(today, 1)) } }),
    "review",
    ["birth_date_in_future"],
  ),
  issue_date_in_future: seen(
    "Issued next year",
    (today) => ({ page: { issue: printed(inYears(today, 1)) } }),
    "review",
    ["issue_date_in_future"],
  ),
  issued_before_birth: seen("Issued before its holder was born", { page: { issue: "01.02.1985" } }, "review", [
    "issued_before_birth",
  ]),
  expires_before_birth: seen(
    "Expired before its holder was born",
    { evidence: { zone: undefined }, page: { expiry: "01.02.1985", issue: null } },
    "rejected",
    ["expires_before_birth"],
  ),
  expires_before_issue: seen(
    "Expired before it was issued",
    (today) => ({
      evidence: { zone: undefined },
      page: { expiry: printed(inYears(today, -6)) },
    }),
    "rejected",
    ["expires_before_issue"],
  ),
  age_impossible: seen(
    "Older than anybody ever was",
    { evidence: { zone: undefined }, page: { birth: "12.08.1871" } },
    "review",
    ["age_impossible"],
  ),
  validity_too_long: seen(
    "Valid for longer than the issuer gives",
    (today) => ({ zone: { expiry_date: inYears(today, 9) }, page: { issue: printed(inYears(today, -4)) } }),
    "accepted",
    ["validity_too_long"],
  ),
  number_format_unknown: seen(
    "A number of no French passport",
    { zone: { document_number: "AB1234567" } },
    "accepted",
    ["number_format_unknown"],
  ),
  national_number_wrong: seen(
    "A national number whose own digits do not hold",
    {
      zone: {
        issuing_state: "FIN",
        nationality: "FIN",
        document_number: "FP1234567",
        personal_number: "120891<123A",
      },
    },
    "accepted",
    ["national_number_wrong"],
  ),
  document_cut_off: seen(
    "A corner outside the picture",
    { side: { quality: { ...SOUND_QUALITY, crop: 0.85 } } },
    "accepted",
    ["document_cut_off"],
  ),
  same_side_twice: seen(
    "The front sent as the back",
    (today) => {
      const [front] = soundPassport(today).sides;
      const hash = "a5a5a5a5a5a5a5a5";
      return {
        evidence: {
          sides: [
            { ...front, hash },
            { ...front, image: "back", hash },
          ],
        },
      };
    },
    "accepted",
    ["same_side_twice"],
  ),
  front_back_number_differs: seen(
    "Two numbers on two sides",
    (today) => {
      const [front] = soundPassport(today).sides;
      const [line] = front.lines;
      const back = { ...front, image: "back" as const, lines: [{ ...line, text: "12AB34568" }], portrait: undefined };
      return { evidence: { sides: [front, back] } };
    },
    "accepted",
    ["front_back_number_differs"],
  ),
  ...Object.fromEntries(
    (["sharpness", "exposure", "resolution", "tilt"] as const).map((measure) => [
      `picture_${measure}_poor`,
      seen(`A picture of poor ${measure}`, { side: { quality: { ...SOUND_QUALITY, [measure]: 0.2 } } }, "accepted", [
        `picture_${measure}_poor`,
      ]),
    ]),
  ),
  picture_glare_poor: seen("Glare over the page", { side: { quality: { ...SOUND_QUALITY, glare: 0.3 } } }, "accepted", [
    "picture_glare_poor",
  ]),
  portrait_several: seen(
    "Three faces on the document",
    { side: { portrait: { found: true, count: 3, size: 0.3 } } },
    "accepted",
    ["portrait_several"],
  ),
  portrait_size_unusual: seen(
    "A portrait of an unusual size",
    { side: { portrait: { found: true, count: 1, size: 0.05 } } },
    "accepted",
    ["portrait_size_unusual"],
  ),
  portrait_missing: seen(
    "A document without its portrait",
    { side: { portrait: { found: false, count: 0, size: 0 } } },
    "accepted",
    ["portrait_missing"],
  ),
};
