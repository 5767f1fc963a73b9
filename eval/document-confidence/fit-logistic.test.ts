import { expect, it } from "vitest";
import { fitLogistic } from "@/eval/document-confidence/fit-logistic";
import { calibrate } from "@/server/domain/documents/confidence/calibrate";

const statements = (said: number, right: number, of: number) =>
  Array.from({ length: of }, (_, i) => ({ said, right: i < right }));

it("nothing to learn from leaves a confidence as it is", () => {
  expect(fitLogistic([])).toEqual({ offset: 0, slope: 1 });
});

it("what said 60 % and was right 90 times of 100 says about 90 % afterwards, and more said stays more", () => {
  const fit = fitLogistic([...statements(0.6, 180, 200), ...statements(0.9, 198, 200)]);
  expect(calibrate(0.6, fit)).toBeCloseTo(0.9, 1);
  expect(calibrate(0.9, fit)).toBeGreaterThan(calibrate(0.6, fit));
});
