import { expect, test } from "vitest";
import { add, closingLine, FAILED, ofPlaywright, ofVitest, PASSED } from "@/scripts/test/tally";

test("a vitest file that did not load counts as a failure although no test failed", () => {
  const report = { success: false, numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
  expect(ofVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test("a browser run that broke outside any test counts as a failure", () => {
  const report = { stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 }, errors: [{}] };
  expect(ofPlaywright(report)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test("the closing line names the sum of all suites", () => {
  expect(closingLine(add(PASSED, FAILED))).toBe("1 passed, 1 failed, 0 skipped");
});
