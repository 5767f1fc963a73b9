import { expect, test } from "vitest";
import { makeLog } from "@/server/adapters/log";

function lines(): { log: ReturnType<typeof makeLog>; read: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const log = makeLog("info", { write: (line: string) => written.push(line) });
  return { log, read: () => written.map((line) => JSON.parse(line)) };
}

test("a line is one JSON object with level, time, trace id and message", () => {
  const { log, read } = lines();
  log.warn({ trace_id: "tr_1", duration_ms: 12 }, "slow");
  expect(read()[0]).toMatchObject({ level: "warn", trace_id: "tr_1", duration_ms: 12, message: "slow" });
  expect(new Date(read()[0].time as string).getTime()).not.toBeNaN();
});

test("no personal datum and no secret is written, however deep it lies", () => {
  const { log, read } = lines();
  const personal = { email: "p-1", full_name: "p-2", fields: { surname: "p-3" }, birth_date: "p-4", api_secret: "p-5" };
  log.error(
    { ...personal, nested: [{ deeper: { document_number: "p-6", phone: "p-7" } }], bytes: Buffer.from("p-8") },
    "x",
  );
  expect(JSON.stringify(read())).not.toMatch(/p-\d|cC04/);
});

test("an error is written with its stack", () => {
  const { log, read } = lines();
  log.error({ error: new TypeError("of a kind") }, "failed");
  expect(read()[0].error).toMatchObject({ type: "TypeError", stack: expect.stringContaining("log.test") });
});

test("what a database quotes of the values it was given is not written", () => {
  const { log, read } = lines();
  const quoting = Object.assign(new Error("duplicate: (email)=(p-1)"), {
    name: "PrismaClientKnownRequestError",
    code: "P2002",
  });
  log.error({ error: new Error("failed", { cause: quoting }) }, "failed");
  expect(JSON.stringify(read())).not.toContain("p-1");
  expect(read()[0].error).toMatchObject({ message: "failed", cause: { code: "P2002" } });
});
