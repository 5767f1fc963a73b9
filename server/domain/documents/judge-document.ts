import type { CheckResult, Reason } from "@/server/contract/fields";
import type { CheckOutcome } from "./check";
import { checks } from "./checks";
import { collectEvidence, type JudgeContext } from "./collect-evidence";
import { calibrate } from "./confidence/calibrate";
import { CONFIDENCE } from "./confidence/calibrations";
import type { DocumentEvidence } from "./evidence";
import { type ReadDocument, readDocument } from "./read-document";
import { runDocumentChecks } from "./run-checks";

/** Whether a document is valid, how sure that is, and why. */

export interface DocumentJudgement {
  readonly document_valid: boolean;
  /** 0–1: how sure it is that the document is what it claims to be. Under 0.5 where it is not valid. */
  readonly confidence: number;
  /** The same before it was calibrated and bounded. */
  readonly raw_confidence: number;
  readonly checks: CheckResult[];
  /** What spoke against it, the gravest first. */
  readonly reasons: Reason[];
  readonly read: ReadDocument;
}

/** What a reading is worth before any check spoke against it, by the strongest proof it carries. */
const PROOF = { zone: 0.96, barcode: 0.94, page: 0.72, none: 0 } as const;
/** Page readings below this are no proof of anything. */
const LEGIBLE = 0.75;
/** Factor on the confidence by what a check found. */
const COST = {
  fail: { blocking: 0.25, serious: 0.55, minor: 0.85 },
  warn: { blocking: 0.85, serious: 0.9, minor: 0.96 },
} as const;
/** A serious failure does not make a document invalid by itself; two do. */
const SERIOUS_FAILURES_MAX = 1;

function proofOf(read: ReadDocument, outcomes: readonly CheckOutcome[]): keyof typeof PROOF {
  const zone = outcomes.find(({ check }) => check.id === "mrz_checksum");
  if (zone?.verdict.status === "pass") return "zone";
  if (read.licence) return "barcode";
  const page = read.readings.filter(({ source }) => source === "page");
  const legible = (field: string) => page.some((one) => one.field === field && one.confidence >= LEGIBLE);
  const licence = read.detected.type === "driver_license" || read.detected.type === "id_card";
  // Cards without zone and barcode exist; everything that identifies their holder must then be clearly legible.
  const whole =
    ["document_number", "birth_date", "expiry_date"].every(legible) && (legible("surname") || legible("full_name"));
  return licence && whole ? "page" : "none";
}

const SEVERITY = ["blocking", "serious", "minor"] as const;

function toReasons(outcomes: readonly CheckOutcome[]): Reason[] {
  const weight = ({ check, verdict }: CheckOutcome) =>
    (verdict.status === "fail" ? 0 : 10) + SEVERITY.indexOf(check.severity);
  return outcomes
    .filter(({ verdict }) => verdict.status === "fail" || verdict.status === "warn")
    .sort((a, b) => weight(a) - weight(b))
    .map(({ verdict }) => {
      const { reason, message } = verdict as { reason: string; message: string };
      return { code: reason, message };
    });
}

function toResult({ check, verdict }: CheckOutcome): CheckResult {
  const { status } = verdict;
  if (status === "skipped") return { name: check.id, status, missing: [...verdict.missing] };
  if (status === "pass") return { name: check.id, status, ...(verdict.message && { message: verdict.message }) };
  const place = verdict.place ? { place: verdict.place } : {};
  return { name: check.id, status, reason: verdict.reason, message: verdict.message, ...place };
}

function rawConfidence(proof: keyof typeof PROOF, outcomes: readonly CheckOutcome[]): number {
  let confidence: number = PROOF[proof];
  for (const { check, verdict } of outcomes) {
    if (verdict.status === "fail" || verdict.status === "warn") confidence *= COST[verdict.status][check.severity];
  }
  return Math.round(confidence * 1000) / 1000;
}

function bounded(raw: number, valid: boolean): number {
  const calibrated = calibrate(raw, CONFIDENCE.document);
  return valid ? Math.max(0.5, calibrated) : Math.min(0.45, calibrated);
}

/** Judges what was read. Missing evidence never makes a document valid: without a proof it is not. */
function judgeReading(evidence: DocumentEvidence, read: ReadDocument, context: JudgeContext): DocumentJudgement {
  const outcomes = runDocumentChecks(checks, collectEvidence(evidence, read, context));
  const proof = proofOf(read, outcomes);
  const failed = (severity: string) =>
    outcomes.filter(({ check, verdict }) => verdict.status === "fail" && check.severity === severity).length;
  const dated = outcomes.some(({ check, verdict }) => check.id === "not_expired" && verdict.status === "pass");
  const valid = proof !== "none" && dated && failed("blocking") === 0 && failed("serious") <= SERIOUS_FAILURES_MAX;
  const raw = rawConfidence(proof, outcomes);
  const reasons = toReasons(outcomes);
  if (proof === "none") {
    const message =
      "Nothing on the document proves itself: no zone with check digits, no barcode, no clearly legible page.";
    reasons.unshift({ code: "no_proof", message });
  }
  if (!dated && !reasons.some(({ code }) => code === "document_expired")) {
    reasons.push({
      code: "expiry_unknown",
      message: "The date of expiry could not be read, so the document may have expired.",
    });
  }
  return {
    document_valid: valid,
    confidence: bounded(raw, valid),
    raw_confidence: raw,
    checks: outcomes.map(toResult),
    reasons,
    read,
  };
}

/** Reads and judges in one. Never throws for what is on a picture. */
export function judgeDocument(evidence: DocumentEvidence, context: JudgeContext): DocumentJudgement {
  return judgeReading(evidence, readDocument(evidence, context), context);
}
