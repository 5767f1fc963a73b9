import { expect, test } from "vitest";
import { matchThreshold } from "@/server/domain/face/match-threshold";
import { DEFAULT_WORKFLOW, WorkflowDefinition } from "@/server/domain/workflow/definition";
import type { Condition } from "@/server/domain/workflow/evaluate-condition";
import { findWorkflowProblems } from "@/server/domain/workflow/find-problems";

const paths = (changes: Partial<WorkflowDefinition>): string[] =>
  findWorkflowProblems({ ...DEFAULT_WORKFLOW, ...changes }).map(({ path }) => path);
const condition = (changes: Partial<Condition>): Condition => ({
  id: "c",
  on: "country",
  operator: "is",
  value: "FRA",
  outcome: "review",
  message: "France.",
  ...changes,
});

test("the default workflow has no problem and parses as itself", () => {
  expect(paths({})).toEqual([]);
  expect(WorkflowDefinition.parse(DEFAULT_WORKFLOW)).toEqual(DEFAULT_WORKFLOW);
});

test("faces are asked for a similarity or a rate, not for both, and without either the default decides", () => {
  const { similarity, ...rest } = DEFAULT_WORKFLOW.thresholds;
  const parsed = (thresholds: object) => WorkflowDefinition.safeParse({ ...DEFAULT_WORKFLOW, thresholds });
  expect(matchThreshold(parsed({ ...rest, fmr: 1e-4 }).data!.thresholds)).toEqual({ fmr: 1e-4 });
  expect(matchThreshold(parsed(rest).data!.thresholds)).toEqual({ similarity: 0.75 });
  const problems = [
    { ...rest, similarity, fmr: 1e-4 },
    { ...rest, fmr: 0 },
  ].map((t) => parsed(t).error?.issues);
  expect(problems).toMatchObject([[{ path: ["thresholds", "fmr"] }], [{ path: ["thresholds", "fmr"] }]]);
});

test("validation before reading, and a step twice, are named by their place", () => {
  expect(paths({ steps: ["validate", "ocr"] })).toEqual(["steps.0"]);
  expect(paths({ steps: ["liveness", "liveness"] })).toEqual(["steps.1"]);
});

test("a workflow whose steps carry no weight is refused", () => {
  expect(paths({ steps: ["ocr"] })).toEqual(["weights"]);
});

test("a mandatory field that no document has is named", () => {
  expect(paths({ mandatory_fields: ["surname", "shoe_size"] })).toEqual(["mandatory_fields.1"]);
});

test("conditions on unknown things, with values of the wrong kind, or with an id twice are refused", () => {
  expect(paths({ conditions: [condition({ on: "weather" })] })).toEqual(["conditions.0.on"]);
  expect(paths({ conditions: [condition({ operator: "in" })] })).toEqual(["conditions.0.value"]);
  expect(paths({ conditions: [condition({ on: "age", operator: "below", value: "18" })] })).toEqual([
    "conditions.0.value",
  ]);
  expect(paths({ conditions: [condition({ operator: "above", value: 3 })] })).toEqual(["conditions.0.value"]);
  expect(paths({ conditions: [condition({}), condition({})] })).toEqual(["conditions.1.id"]);
  expect(paths({ conditions: [condition({ on: "check:mrz_checksum", value: "fail" })] })).toEqual([]);
});
