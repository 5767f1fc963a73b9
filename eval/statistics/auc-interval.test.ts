import { expect, test } from "vitest";
import { aucInterval } from "@/eval/statistics/auc-interval";

test("is that of the published example, and narrower the more pictures there are", () => {
  // Hanley and McNeil 1982: area 0.893 from 58 normal and 51 abnormal cases has a standard error of about 0.032.
  const [low, high] = aucInterval(0.893, 58, 51) ?? [0, 0];
  expect((high - low) / 2 / 1.96).toBeCloseTo(0.0325, 3);
  const [, more] = aucInterval(0.893, 580, 510) ?? [0, 0];
  expect(more).toBeLessThan(high);
});

test("is none of a type with one or two pictures, and never beyond 0 and 1", () => {
  expect(aucInterval(0.4, 71, 1)).toBeUndefined();
  expect(aucInterval(0.4, 71, 2)).toBeUndefined();
  expect(aucInterval(0.98, 10, 3)?.[1]).toBe(1);
});
