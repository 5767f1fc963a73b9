import { expect, it } from "vitest";
import { reliability } from "@/eval/statistics/reliability";

it("a confidence that is right as often as it says has no calibration error, a boastful one has what it boasts", () => {
  const half = [true, false, true, false].map((right) => ({ said: 0.5, right }));
  expect(reliability(half, 1)).toMatchObject({ statements: 4, brier: 0.25, error: 0 });
  const boast = half.map(({ right }) => ({ said: 1, right }));
  expect(reliability(boast, 1)).toMatchObject({ error: 0.5, bins: [{ said: 1, right: 0.5, count: 4 }] });
  expect(reliability([]).bins).toEqual([]);
});
