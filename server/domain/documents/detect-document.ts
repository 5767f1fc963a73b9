import type { DocumentType } from "@/server/contract/enums";
import { resolveCountryCode } from "../countries/country-code";
import type { ParsedMrz } from "../mrz/types";
import type { AamvaLicence } from "./barcode/aamva";
import { calibrate } from "./confidence/calibrate";
import { CONFIDENCE } from "./confidence/calibrations";
import { detectPrintedCountries } from "./page/detect-country";
import { detectPrintedTypes, type PrintedType } from "./page/detect-type";
import type { PlacedLine } from "./page/line-geometry";
import { isNumberedLicence } from "./page/read-numbered-fields";

/** What kind of document it is and who issued it: zone before barcode before print. */

export interface Detection {
  readonly type: DocumentType;
  /** ISO 3166 alpha-3 or the standard's code; null where nothing told. */
  readonly country: string | null;
  /** 0–1: of the type and the country together. */
  readonly confidence: number;
}

export interface DetectionInput {
  readonly parsed: ParsedMrz | null;
  readonly licence: AamvaLicence | null;
  readonly pages: readonly { readonly lines: readonly PlacedLine[]; readonly height: number }[];
}

interface Guess<T> {
  readonly value: T;
  readonly confidence: number;
}

/**
 * Second letters by which issuers mark permits on cards whose code begins A, C or I (what PRADO shows; the standard
 * leaves them free).
 */
const PERMIT_CODES = /^(IR|AR|CR|C1|C2|AT|IT|TR|RT|RP)$/;
const OTHER_CODES = /^(V.?|AC|IA|A3|C3|B.)$/;

function typeOfZone(parsed: ParsedMrz, printed: ReadonlyMap<PrintedType, number>): Guess<DocumentType> {
  const code = (parsed.fields.document_code?.value ?? "").replace(/ /g, "");
  const sure = parsed.valid ? 0.98 : 0.85;
  if (/DRIVING/.test(parsed.format ?? "")) return { value: "driver_license", confidence: sure };
  if (parsed.format === "TD3" || code.startsWith("P")) return { value: "passport", confidence: sure };
  if (OTHER_CODES.test(code)) return { value: "other", confidence: sure };
  if (PERMIT_CODES.test(code)) return { value: "residence_permit", confidence: sure };
  const permit = printed.get("residence_permit") ?? 0;
  if (permit > (printed.get("id_card") ?? 0) && permit > 0.6)
    return { value: "residence_permit", confidence: sure * 0.95 };
  return { value: "id_card", confidence: sure };
}

function typeOfPrint(printed: ReadonlyMap<PrintedType, number>, numbered: boolean): Guess<DocumentType> {
  const ranked = [...printed].sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (numbered && (!best || best[0] === "driver_license" || best[1] < 0.8))
    return { value: "driver_license", confidence: 0.85 };
  if (!best || best[1] < 0.3) return { value: "other", confidence: 0.3 };
  const margin = best[1] - (second?.[1] ?? 0);
  const confidence = Math.min(0.9, 0.45 + 0.4 * Math.min(1, margin) + 0.1 * Math.min(1, best[1]));
  return { value: best[0] === "visa" || best[0] === "not_identity" ? "other" : best[0], confidence };
}

function countryOfPrint(pages: DetectionInput["pages"]): Guess<string | null> {
  const weights = new Map<string, number>();
  for (const page of pages) {
    for (const [code, weight] of detectPrintedCountries(page.lines, page.height)) {
      weights.set(code, (weights.get(code) ?? 0) + weight);
    }
  }
  const [best, second] = [...weights].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 0.3) return { value: null, confidence: 0.2 };
  const share = best[1] / (best[1] + (second?.[1] ?? 0));
  return { value: best[0], confidence: Math.min(0.92, 0.35 + 0.55 * share * Math.min(1, best[1])) };
}

function countryOfZone(parsed: ParsedMrz): Guess<string | null> {
  const code = resolveCountryCode(parsed.fields.issuing_state?.raw ?? "");
  // The code is under no check digit, so a zone that holds says only that the line beside it was read well.
  const sure = parsed.valid ? 0.98 : 0.8;
  return code.kind === "unknown" ? { value: null, confidence: 0.3 } : { value: code.alpha3, confidence: sure };
}

/** Nothing to go by gives `other`, null and a low confidence. */
export function detectDocument({ parsed, licence, pages }: DetectionInput): Detection {
  const printed = detectPrintedTypes(pages.flatMap((page) => page.lines.map(({ line }) => line.text)));
  const numbered = pages.some((page) => isNumberedLicence(page.lines));
  const zone = parsed?.format ? parsed : null;
  let type: Guess<DocumentType>;
  if (zone) type = typeOfZone(zone, printed);
  else if (licence) type = { value: licence.card === "identity" ? "id_card" : "driver_license", confidence: 0.97 };
  else type = typeOfPrint(printed, numbered);
  let country: Guess<string | null> = zone ? countryOfZone(zone) : { value: null, confidence: 0.2 };
  if (country.value === null && licence?.country) country = { value: licence.country, confidence: 0.97 };
  if (country.value === null) country = countryOfPrint(pages);
  return {
    type: type.value,
    country: country.value,
    confidence: calibrate(type.confidence * country.confidence, CONFIDENCE.detected),
  };
}
