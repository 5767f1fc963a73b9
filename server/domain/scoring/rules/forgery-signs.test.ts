import { expect, it } from "vitest";
import type { CheckResult } from "@/server/contract/fields";
import type { ScoringCase } from "@/server/domain/scoring/case";
import { DEFAULT_WORKFLOW } from "@/server/domain/workflow/definition";
import { forgerySigns } from "./forgery-signs";

const given = (checks: CheckResult[]): ScoringCase => ({
  workflow: DEFAULT_WORKFLOW,
  asked: new Set(["validate"]),
  outputs: { validate: { step: "validate", document_valid: true, confidence: 0.99, checks, reasons: [] } },
  undone: [],
  today: "2026-11-23",
});

it("a warning of a pasted portrait goes before a person, whatever the score", () => {
  const check: CheckResult = { name: "portrait_pasted", status: "warn", reason: "ghost_differs", message: "Differs." };
  expect(forgerySigns.run(given([check]))).toEqual([
    { effect: "review", reason: { code: "ghost_differs", message: "Differs.", value: "portrait_pasted" } },
  ]);
});

it("a picture that was saved twice holds nobody up by itself, and neither do other checks or passed ones", () => {
  const others: CheckResult[] = [
    { name: "compression", status: "warn", reason: "double_compression" },
    { name: "picture_glare", status: "warn", reason: "picture_glare_poor" },
    { name: "recapture", status: "pass" },
    { name: "zone_print", status: "skipped", missing: ["forgery.uneven_zone"] },
  ];
  expect(forgerySigns.run(given(others))).toEqual([]);
});
