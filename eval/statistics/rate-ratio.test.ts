import { expect, test } from "vitest";
import { chanceOfRatio } from "@/eval/statistics/rate-ratio";

test("one hit says what its share of the trials says, and no hit says nothing", () => {
  expect(chanceOfRatio({ hits: 1, trials: 10 }, { hits: 0, trials: 30 }, 3)).toBeCloseTo(0.5, 12);
  expect(chanceOfRatio({ hits: 0, trials: 10 }, { hits: 0, trials: 30 }, 3)).toBe(1);
});

test("a rate beyond the factor is shown by many hits and not by few", () => {
  const chance = (times: number) => chanceOfRatio({ hits: 5 * times, trials: 100 }, { hits: times, trials: 100 }, 3);
  expect(chance(1)).toBeGreaterThan(0.3);
  expect(chance(40)).toBeLessThan(0.01);
});
