import { expect, test } from "vitest";
import { type Condition, evaluateCondition } from "@/server/domain/workflow/evaluate-condition";

const on = (operator: Condition["operator"], value: Condition["value"], fact?: string | number) =>
  evaluateCondition({ id: "c", on: "x", operator, value, outcome: "review", message: "" }, fact);

test("each operator says holds, does not hold, or that it cannot tell", () => {
  expect([on("is", "FRA", "fra"), on("is", "FRA", "DEU")]).toEqual(["holds", "does_not_hold"]);
  expect([on("is_not", "FRA", "DEU"), on("is_not", "FRA", "FRA")]).toEqual(["holds", "does_not_hold"]);
  expect([on("in", ["FRA", "DEU"], "DEU"), on("in", ["FRA"], "ITA")]).toEqual(["holds", "does_not_hold"]);
  expect([on("not_in", ["FRA"], "ITA"), on("not_in", ["FRA"], "FRA")]).toEqual(["holds", "does_not_hold"]);
  expect([on("below", 18, 17), on("below", 18, 18)]).toEqual(["holds", "does_not_hold"]);
  expect([on("above", 0.9, 0.95), on("above", 0.9, 0.9)]).toEqual(["holds", "does_not_hold"]);
});

test("a missing fact, or one of another kind, is unknown and never 'does not hold'", () => {
  for (const operator of ["is", "is_not", "below", "above"] as const) expect(on(operator, 1)).toBe("unknown");
  expect(on("below", 18, "seventeen")).toBe("unknown");
  expect(on("in", "FRA", "FRA")).toBe("unknown");
});
