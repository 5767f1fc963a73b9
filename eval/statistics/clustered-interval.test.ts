import { expect, test } from "vitest";
import { clusteredInterval } from "@/eval/statistics/clustered-interval";
import { wilson } from "@/eval/statistics/signal-rates";

const width = ([low, high]: readonly [number, number]) => high - low;

test("hits spread evenly over clusters tell as much as single trials, hits of one cluster far less", () => {
  const even = Array.from({ length: 50 }, (_, i) => ({ trials: 20, hits: i % 2 }));
  const lumped = Array.from({ length: 50 }, (_, i) => ({ trials: 20, hits: i === 0 ? 20 : i < 6 ? 1 : 0 }));
  expect(clusteredInterval(even)).toEqual(wilson(25, 1000));
  expect(width(clusteredInterval(lumped))).toBeGreaterThan(3 * width(wilson(25, 1000)));
});

test("without a hit the upper end is that of as many trials as there are clusters", () => {
  const none = Array.from({ length: 36 }, () => ({ trials: 25, hits: 0 }));
  expect(clusteredInterval(none)).toEqual(wilson(0, 36));
});
