import type { Detected, DocumentFields, Place } from "@/server/contract/fields";
import type { IssuerData } from "../countries/issuer";
import type { ParsedMrz } from "../mrz/types";
import type { AamvaLicence } from "./barcode/aamva";
import type {
  ForgerySignal,
  ImageName,
  PortraitEvidence,
  QualityEvidence,
  SideEvidence,
  ZoneEvidence,
} from "./evidence";
import type { FieldName, Reading } from "./zone-readings";

/**
 * A check is one rule that a document is put through: declared once, run by `run-checks`, documented by its own values.
 */

export type Readings = ReadonlyMap<FieldName, Reading>;

/**
 * What checks may ask for. Evidence that is not there is named in the answer of the checks that were skipped for it.
 */
export interface EvidenceByNeed {
  /** A zone was found and its layout is known. */
  readonly mrz: { readonly parsed: ParsedMrz; readonly zone: ZoneEvidence; readonly readings: Readings };
  /** Lines that were taken for a zone, of a known layout or not. */
  readonly zone_lines: { readonly parsed: ParsedMrz; readonly zone: ZoneEvidence };
  readonly page: Readings;
  readonly barcode: { readonly licence: AamvaLicence; readonly readings: Readings };
  /** What the caller sent instead of a picture. */
  readonly stated: DocumentFields;
  readonly pictures: readonly SideEvidence[];
  readonly both_sides: { readonly front: SideEvidence; readonly back: SideEvidence };
  readonly quality: readonly { readonly image: ImageName; readonly quality: QualityEvidence }[];
  readonly portrait: { readonly image: ImageName; readonly portrait: PortraitEvidence };
  /** Signs of forgery were looked for; the list may be empty. */
  readonly forgery: readonly ForgerySignal[];
  readonly issuer: IssuerData;
  readonly document_hint: string;
  readonly country_hint: string;
  /** Says whether a national number's own check digits hold; null where there is no rule for it. */
  readonly national_numbers: (country: string, value: string) => boolean | null;
}
export type Need = keyof EvidenceByNeed;

/** What every check gets. */
export interface Known {
  /** ISO date of the day of judgement. */
  readonly today: string;
  readonly detected: Detected;
  readonly fields: DocumentFields;
}

export type Verdict =
  | { readonly status: "pass"; readonly message?: string }
  | {
      readonly status: "fail" | "warn";
      /** Machine-readable, stable. */
      readonly reason: string;
      /** One sentence for a person. */
      readonly message: string;
      readonly place?: Place;
    }
  | { readonly status: "skipped"; readonly missing: readonly string[] };

export interface Check<N extends Need = Need, M extends Need = Need> {
  /** Its name in the API. */
  readonly id: string;
  readonly title: string;
  /** The clause or practice it enforces. */
  readonly source: string;
  /** A failed `blocking` check makes a document invalid; `serious` and `minor` ones cost confidence. */
  readonly severity: "blocking" | "serious" | "minor";
  /** ISO alpha-3 codes it is for; all where left out. */
  readonly countries?: readonly string[];
  /** Without these it is skipped, and says which were missing. */
  readonly needs: readonly N[];
  /** What it looks at where it is there. */
  readonly regards?: readonly M[];
  run(evidence: Known & Pick<EvidenceByNeed, N> & Partial<Pick<EvidenceByNeed, M>>): Verdict;
}

/** A check whose `run` sees exactly the evidence that its `needs` and `regards` name. */
export function defineCheck<N extends Need = never, M extends Need = never>(check: Check<N, M>): Check {
  return check as unknown as Check;
}

export const pass = (message?: string): Verdict => ({ status: "pass", message });
export const skipped = (...missing: string[]): Verdict => ({ status: "skipped", missing });

/** One check as it was run. */
export interface CheckOutcome {
  readonly check: Check;
  readonly verdict: Verdict;
}
