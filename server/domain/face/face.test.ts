import { expect, test } from "vitest";
import {
  falseMatchRate,
  fmrOfSimilarity,
  packNumbers,
  similarityOfFmr,
  unpackNumbers,
} from "@/server/domain/face/calibration";
import { calibrationOf } from "@/server/domain/face/calibrations";
import { compareFaces } from "@/server/domain/face/compare-faces";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { normalisedScore, templateStatistics } from "@/server/domain/face/normalise-score";
import { sampleCohort } from "@/server/domain/face/sample-cohort";
import { scoreTemplates } from "@/server/domain/face/score-templates";
import { seededNormal } from "@/server/domain/face/seeded-normal";

const MODEL = { id: "mobilefacenet+face-embedding-dlib", version: "1+1", sha256: "a".repeat(64) };
const calibration = calibrationOf(MODEL)!;
const unit = (v: ArrayLike<number>) => Float32Array.from(v, (x) => x / Math.hypot(...Array.from(v)));
/** A template near a member of the cohort, `spread` away. */
const near = (member: number, spread: number, seed: number) => {
  const random = seededNormal(seed);
  return unit(calibration.cohort[member].map((v) => v + spread * random.normal()));
};
const face = (template: ArrayLike<number> | undefined, change: Partial<FaceEvidence> = {}): FaceEvidence => ({
  faces: template ? 1 : 0,
  template: template && Array.from(template),
  quality: { size: 1, sharpness: 1, exposure: 1, frontal: 1, overall: 1 },
  model: MODEL,
  ...change,
});

test("0.75 is a false match rate of one in a thousand, the scale rises with rarity, and its inverse brings the rate back", () => {
  expect(similarityOfFmr(1e-3)).toBeCloseTo(0.75, 6);
  let last = -1;
  for (const fmr of [1, 0.1, 0.01, 1e-3, 1e-4, 1e-6]) {
    expect(similarityOfFmr(fmr)).toBeGreaterThan(last);
    expect(fmrOfSimilarity(similarityOfFmr(fmr))).toBeCloseTo(fmr, 9);
    last = similarityOfFmr(fmr);
  }
});

test("the rate never rises with the score, passes through the measured points and goes on beyond them", () => {
  const { knots } = calibration;
  for (const [score, log] of knots) expect(Math.log10(falseMatchRate(score, knots))).toBeCloseTo(log, 6);
  let last = 1;
  for (let score = -20; score < 40; score += 0.25) {
    const rate = falseMatchRate(score, knots);
    expect(rate).toBeLessThanOrEqual(last);
    last = rate;
  }
  expect(last).toBeLessThan(10 ** knots[knots.length - 1][1]);
});

test("the same person is a match, two strangers are not, and the order does not matter", () => {
  const [a, b, c] = [near(0, 0.005, 1), near(0, 0.005, 2), near(7, 0.005, 3)];
  expect(compareFaces(face(a), face(b))).toMatchObject({ match: true, usable: true, threshold: 0.75 });
  expect(compareFaces(face(a), face(c))).toMatchObject({ match: false, usable: true });
  expect(scoreTemplates(a, c, calibration).similarity).toBeCloseTo(scoreTemplates(c, a, calibration).similarity, 9);
});

test("a threshold can be asked for as a false match rate", () => {
  const [a, b] = [near(0, 0.02, 1), near(0, 0.02, 2)];
  const { similarity } = compareFaces(face(a), face(b));
  expect(compareFaces(face(a), face(b), { fmr: fmrOfSimilarity(similarity) * 1.01 }).match).toBe(true);
  expect(compareFaces(face(a), face(b), { fmr: fmrOfSimilarity(similarity) * 0.99 }).match).toBe(false);
});

test("a missing, poor or foreign face is never a match, and the reason says which picture", () => {
  const a = near(0, 0.005, 1);
  const codes = (x: FaceEvidence, y: FaceEvidence) => {
    const result = compareFaces(x, y);
    expect(result).toMatchObject({ match: false, usable: false, similarity: 0 });
    return result.reasons.map((r) => r.code);
  };
  expect(codes(face(undefined), face(a))).toEqual(["no_face_live"]);
  expect(codes(face(a), face(undefined))).toEqual(["no_face_other"]);
  const blurred = { size: 1, sharpness: 0.01, exposure: 1, frontal: 1, overall: 0.05 };
  expect(codes(face(a, { quality: blurred }), face(a))).toEqual(["face_blurred_live"]);
  expect(codes(face(a), face(a, { model: { ...MODEL, sha256: "b".repeat(64) } }))).toEqual(["face_model_differs"]);
  const other = { id: "sface", version: "2021dec", sha256: "c".repeat(64) };
  expect(codes(face(a, { model: other }), face(a, { model: other }))).toEqual(["face_model_uncalibrated"]);
});

test("several faces in the live picture are said", () => {
  const a = near(0, 0.005, 1);
  expect(compareFaces(face(a, { faces: 3 }), face(a)).reasons.map((r) => r.code)).toContain("several_faces");
});

test("the cohort is the same every time, of unit length, and follows the mixture", () => {
  const statistics = {
    centres: [Float32Array.of(1, 0), Float32Array.of(0, 1)],
    weights: [0.8, 0.2],
    cholesky: Float32Array.of(0.01, 0, 0.01),
  };
  const cohort = sampleCohort(statistics, 2000, 5);
  expect(cohort).toEqual(sampleCohort(statistics, 2000, 5));
  for (const member of cohort) expect(Math.hypot(...member)).toBeCloseTo(1, 5);
  expect(cohort.filter((m) => m[0] > m[1]).length / 2000).toBeCloseTo(0.8, 1);
});

test("statistics are the mean and deviation of the best cohort scores, and normalisation removes them", () => {
  const cohort = [1, 0.9, 0.8, 0.1].map((x) => Float32Array.of(x, Math.sqrt(1 - x * x)));
  const s = templateStatistics([1, 0], cohort, { best: 3, typical: { mean: 0, deviation: 1 }, trust: 1 });
  expect(s.mean).toBeCloseTo(0.9, 6);
  expect(s.deviation).toBeCloseTo(Math.sqrt(0.02 / 3), 6);
  expect(normalisedScore(0.9, s, s)).toBeCloseTo(0, 6);
  const untrusted = templateStatistics([1, 0], cohort, { best: 3, typical: { mean: 0.5, deviation: 0.2 }, trust: 0 });
  expect(untrusted).toEqual({ mean: 0.5, deviation: 0.2 });
});

test("numbers survive packing to within a part in thirty thousand", () => {
  const values = Float32Array.of(-1.5, 0, 0.001, 1.25);
  const back = unpackNumbers(packNumbers(values));
  values.forEach((v, i) => {
    expect(back[i]).toBeCloseTo(v, 4);
  });
});
