import { expect, test } from "vitest";
import { intakeBudget } from "@/server/api/request/intake-budget";

test("bodies beyond the budget are asked to come back, and room is given back however a call ends", async () => {
  const budget = intakeBudget(100);
  let release = (): void => undefined;
  const held = budget.hold(80, () => new Promise<void>((resolve) => (release = resolve)));
  await expect(budget.hold(30, async () => undefined)).rejects.toMatchObject({
    code: "overloaded",
    retryAfterSeconds: 1,
  });
  expect(await budget.hold(20, async () => "fits")).toBe("fits");
  await expect(budget.hold(20, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  release();
  await held;
  expect(await budget.hold(100, async () => "all of it")).toBe("all of it");
});
