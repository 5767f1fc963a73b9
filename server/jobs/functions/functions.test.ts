import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { makeInngestClient } from "@/server/adapters/inngest-client";
import { describeFunctions } from "@/server/jobs/executor/describe-functions";
import { JOB_FUNCTIONS, makeFunctions } from "@/server/jobs/functions/index";
import type { JobKit } from "@/server/jobs/job-kit";

const nothing = { INNGEST_BASE_URL: undefined, INNGEST_EVENT_KEY: undefined, INNGEST_SIGNING_KEY: undefined };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const kit = { client: makeInngestClient(nothing, log), adapters: {}, verifications: 2 } as unknown as JobKit;

test("every file of the folder is a registered function of its own name, and the other way round", () => {
  const files = readdirSync(new URL(".", import.meta.url)).map((name) => name.replace(/\.ts$/, ""));
  const functions = files.filter((name) => name !== "index" && !name.endsWith(".test"));
  expect(Object.keys(JOB_FUNCTIONS).sort()).toEqual(functions.sort());
  expect(makeFunctions(kit).map((fn) => fn.id())).toEqual(Object.keys(JOB_FUNCTIONS));
});

test("the embedded executor carries out everything that the functions ask for", () => {
  const specs = describeFunctions("veriflow", makeFunctions(kit));
  expect(specs.find(({ id }) => id === "veriflow-verify-identity")).toMatchObject({ maxAttempts: 21, concurrency: 2 });
  expect(specs.map(({ id }) => id)).toContain("veriflow-verify-identity-failure");
  for (const spec of specs)
    expect(spec.events.length + spec.crons.length > 0 || spec.id.endsWith("-failure")).toBe(true);
});
