import fc from "fast-check";
import { expect, test } from "vitest";
import type { StepName } from "@/server/contract/enums";
import type { ScoringCase } from "@/server/domain/scoring/case";
import { scoreVerification } from "@/server/domain/scoring/score-verification";
import { DEFAULT_WORKFLOW, type WorkflowDefinition } from "@/server/domain/workflow/definition";

type Outputs = ScoringCase["outputs"];
const FIELDS = {
  document_number: "L898902C3",
  surname: "ERIKSSON",
  birth_date: "1974-08-12",
  expiry_date: "2032-04-15",
};
const liveness = (confidence: number, isLive = true): Outputs["liveness"] => ({
  step: "liveness",
  is_live: isLive,
  spoof_type: isLive ? "none" : "unknown",
  confidence,
  hints: [],
  reasons: [],
  signals: [],
  faces: 1,
  models: [],
});
const ocr = (fields = {}): Outputs["ocr"] => ({
  step: "ocr",
  detected: { type: "passport", country: "UTO", confidence: 0.9 },
  fields: { ...FIELDS, ...fields },
  evidence: [],
  quality: { sharpness: 1, glare: 0 },
  hints: [],
  models: [],
  raw: { sides: [], barcodes: [], models: [] },
});
const validate = (confidence: number, valid = true, failed: string[] = []): Outputs["validate"] => ({
  step: "validate",
  document_valid: valid,
  confidence,
  checks: [
    { name: "dates", status: "pass" },
    ...failed.map((name) => ({ name, status: "fail" as const, reason: `${name}_fail`, message: `${name} failed.` })),
  ],
  reasons: valid ? [] : [{ code: "no_proof", message: "Nothing proves itself." }],
});
const match = (similarity: number, threshold = 0.75, usable = true): Outputs["face_match"] => ({
  step: "face_match",
  match: usable && similarity >= threshold,
  similarity,
  threshold,
  usable,
  reasons: [],
  models: [],
});
const kya = (score: number): Outputs["kya"] => ({
  step: "kya",
  score,
  checks: [{ name: "email_syntax", status: score === 1 ? "pass" : "fail", message: "An address." }],
});
const ALL: readonly StepName[] = ["liveness", "ocr", "validate", "face_match", "kya", "scoring"];
const good: Outputs = {
  liveness: liveness(0.95),
  ocr: ocr(),
  validate: validate(0.96),
  face_match: match(0.9),
  kya: kya(1),
};
function given(outputs: Outputs, more: Partial<ScoringCase> = {}): ScoringCase {
  return { workflow: DEFAULT_WORKFLOW, asked: new Set(ALL), outputs, undone: [], today: "2026-11-23", ...more };
}
const withWorkflow = (changes: Partial<WorkflowDefinition>): WorkflowDefinition => ({
  ...DEFAULT_WORKFLOW,
  ...changes,
});
const codes = (scored: { reasons: { code: string }[] }): string[] => scored.reasons.map((reason) => reason.code);
const tenths = (points: number | undefined): number => Math.round((points ?? 0) * 10);

const anyOutputs: fc.Arbitrary<Outputs> = fc.record(
  {
    liveness: fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
      .map(([confidence, live]) => liveness(confidence, live)),
    ocr: fc.constantFrom(ocr(), ocr({ surname: undefined }), ocr({ expiry_date: "2020-01-01" })),
    validate: fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        fc.subarray(["mrz_checksum", "dates_order", "glare"]),
      )
      .map(([confidence, valid, failed]) => validate(confidence, valid, failed)),
    face_match: fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
      .map(([similarity, usable]) => match(similarity, 0.75, usable)),
    kya: fc.constantFrom(kya(0), kya(1)),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Outputs>;

test("a good person with a good document is accepted, with 30, 40, 25 and 5 points to be had", () => {
  const scored = scoreVerification(given(good));
  expect(scored.decision).toBe("accepted");
  expect(scored.score).toBeCloseTo(28.5 + 36 + 24 + 5, 5);
  expect(scored.factors.map(({ name, weight }) => [name, weight])).toEqual([
    ["liveness", 30],
    ["face_match", 40],
    ["document", 25],
    ["kya", 5],
  ]);
});

test("the weight of what was not asked for is shared out in proportion and still makes 100", () => {
  const { kya: _none, ...rest } = good;
  const asked = new Set<StepName>(["liveness", "ocr", "validate", "face_match", "scoring"]);
  const scored = scoreVerification(given(rest, { asked }));
  expect(scored.factors.map(({ weight }) => weight)).toEqual([31.6, 42.1, 26.3]);
  expect(scored.decision).toBe("accepted");
});

test("in every case the reasons add up to the factor, the factors to the score, and the weights to 100", () => {
  fc.assert(
    fc.property(anyOutputs, fc.subarray([...ALL], { minLength: 1 }), (outputs, asked) => {
      const scored = scoreVerification(given(outputs, { asked: new Set(asked) }));
      for (const factor of scored.factors) {
        expect(factor.reasons.reduce((sum, reason) => sum + tenths(reason.points), 0)).toBe(tenths(factor.points));
        expect(factor.points).toBeGreaterThanOrEqual(0);
        expect(factor.points).toBeLessThanOrEqual(factor.weight);
      }
      expect(scored.factors.reduce((sum, factor) => sum + tenths(factor.points), 0)).toBe(tenths(scored.score));
      if (scored.factors.length > 0)
        expect(scored.factors.reduce((sum, factor) => sum + tenths(factor.weight), 0)).toBe(1000);
    }),
  );
});

test("with a step undone nothing is ever accepted, and without other evidence the decision is review", () => {
  fc.assert(
    fc.property(anyOutputs, fc.subarray(ALL.slice(0, 5), { minLength: 1 }), (outputs, undone) => {
      const left: Record<string, unknown> = { ...outputs };
      for (const step of undone) delete left[step];
      expect(scoreVerification(given(left as Outputs, { undone })).decision).not.toBe("accepted");
    }),
  );
  for (const step of ALL.slice(0, 5)) {
    const left: Record<string, unknown> = { ...good };
    delete left[step];
    const scored = scoreVerification(given(left as Outputs, { undone: [step] }));
    expect([step, scored.decision]).toEqual([step, "review"]);
    expect(codes(scored)).toContain("step_undone");
  }
});

test("better evidence never lowers the score and never worsens the decision", () => {
  const rank = { rejected: 0, review: 1, accepted: 2 } as const;
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(unit, unit, unit), fc.tuple(unit, unit, unit), (a, b) => {
      const build = ([l, m, v]: number[]) =>
        scoreVerification(given({ ...good, liveness: liveness(l), face_match: match(m), validate: validate(v) }));
      const low = build(a.map((value, index) => Math.min(value, b[index])));
      const high = build(a.map((value, index) => Math.max(value, b[index])));
      expect(high.score).toBeGreaterThanOrEqual(low.score);
      expect(rank[high.decision]).toBeGreaterThanOrEqual(rank[low.decision]);
    }),
  );
});

test("the thresholds hold: 80 is accepted, 79.9 is for a person, 59.9 is refused", () => {
  const only = (confidence: number) =>
    scoreVerification(
      given({ liveness: liveness(confidence) }, { asked: new Set<StepName>(["liveness"]), workflow: withWorkflow({}) }),
    ).decision;
  expect([only(0.8), only(0.799), only(0.6), only(0.599)]).toEqual(["accepted", "review", "review", "rejected"]);
});

test("another face is never accepted, however small the workflow makes its weight", () => {
  const workflow = withWorkflow({ weights: { liveness: 60, face_match: 0, document: 35, kya: 5 } });
  const scored = scoreVerification(given({ ...good, face_match: match(0.62) }, { workflow }));
  expect(scored.decision).toBe("review");
  const reason = scored.factors[1].reasons[0];
  expect(reason).toMatchObject({ code: "face_mismatch", value: 0.62, threshold: 0.75 });
  expect(reason.message).toBe("Similarity 0.62 is below the threshold 0.75.");
});

test("faces that cannot be compared go to a person when the live picture is of a live one", () => {
  const scored = scoreVerification(given({ ...good, face_match: match(0, 0.75, false) }));
  expect(scored.decision).toBe("review");
});

test("an attack that is plainly seen is refused; a faint one, or one without a name, is for a person", () => {
  const spoof = (confidence: number) => ({ ...liveness(confidence, false)!, spoof_type: "screen" as const });
  expect(scoreVerification(given({ ...good, liveness: spoof(0.8) })).decision).toBe("rejected");
  expect(scoreVerification(given({ ...good, liveness: spoof(0.6) })).decision).toBe("review");
  expect(scoreVerification(given({ ...good, liveness: liveness(0.3, false) })).decision).toBe("review");
});

test("a failed check digit makes the document give nothing, and the decision a person's", () => {
  const scored = scoreVerification(given({ ...good, validate: validate(0.2, false, ["mrz_checksum"]) }));
  expect(scored.decision).toBe("review");
  const document = scored.factors.find(({ name }) => name === "document");
  expect(document?.points).toBe(0);
  expect(document?.reasons.map(({ code, points }) => [code, points])).toEqual([
    ["document_invalid", 25],
    ["mrz_checksum_fail", -12.5],
    ["no_proof", -12.5],
  ]);
});

test("an expired document is refused on the day after its expiry, not on the day", () => {
  const on = (expiry: string) => scoreVerification(given({ ...good, ocr: ocr({ expiry_date: expiry }) })).decision;
  expect(on("2026-11-22")).toBe("rejected");
  expect(on("2026-11-23")).toBe("accepted");
});

test("a mandatory field that was not read sends the case to a person and is named", () => {
  const scored = scoreVerification(given({ ...good, ocr: ocr({ surname: undefined }) }));
  expect(scored.decision).toBe("review");
  expect(scored.reasons[0]).toMatchObject({ code: "mandatory_field_missing", value: "surname" });
});

test("a tenant's condition is obeyed, and one that cannot be judged goes to a person", () => {
  const young = {
    id: "adult",
    on: "age",
    operator: "below",
    value: 60,
    outcome: "reject",
    message: "Too young.",
  } as const;
  const workflow = withWorkflow({ conditions: [young] });
  expect(scoreVerification(given(good, { workflow })).decision).toBe("rejected");
  const unread = { ...good, ocr: ocr({ birth_date: "1974" }) };
  const scored = scoreVerification(given(unread, { workflow }));
  expect(scored.decision).toBe("review");
  expect(codes(scored)).toContain("condition_unknown");
});

test("the reasons of an acceptance are what gave points, of a refusal what spoke or cost, and nothing that passed well", () => {
  expect(codes(scoreVerification(given(good)))).toEqual(["face_match", "live", "document_valid", "profile_checks"]);
  expect(codes(scoreVerification(given({ ...good, face_match: match(0.1) })))).toEqual(["face_mismatch"]);
  const faint = { ...good, liveness: liveness(0.55), face_match: match(0.76) };
  const scored = scoreVerification(given(faint));
  expect([scored.decision, ...codes(scored)]).toEqual(["review", "live", "face_match"]);
});

test("where nothing that carries weight was looked at, a person decides", () => {
  expect(scoreVerification(given({}, { asked: new Set<StepName>(["scoring"]) })).decision).toBe("review");
});
