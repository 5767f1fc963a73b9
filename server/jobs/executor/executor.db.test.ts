import { Inngest, NonRetriableError } from "inngest";
import { serve } from "inngest/edge";
import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPlatformPool } from "@/server/adapters/database/database";
import { embeddedEventSink } from "@/server/adapters/event-sink";
import { createTestDatabase, type TestDatabase } from "@/server/adapters/testing/test-database";
import { describeFunctions } from "@/server/jobs/executor/describe-functions";
import { Executor } from "@/server/jobs/executor/executor";
import type { FetchHandler } from "@/server/jobs/executor/types";

let base: TestDatabase;
let pool: Pool;
const executors: Executor[] = [];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
const client = new Inngest({ id: "t", isDev: true, logger: quiet });
type Functions = Parameters<typeof describeFunctions>[1];

beforeAll(async () => {
  base = await createTestDatabase();
  pool = openPlatformPool(base.serverUrl, 2);
});
afterEach(async () => {
  await Promise.all(executors.splice(0).map((executor) => executor.stop()));
  await base.sql("DELETE FROM executor_run");
  await base.sql("DELETE FROM executor_event");
});
afterAll(async () => {
  await pool.end();
  await base.drop();
});

async function work(functions: Functions): Promise<Executor> {
  const handler = serve({ client, functions: [...functions] }) as unknown as FetchHandler;
  const specs = describeFunctions("t", functions);
  const role = "veriflow_platform";
  const executor = new Executor({ connectionString: base.serverUrl, role, specs, handler, log: quiet });
  executors.push(executor);
  await executor.start();
  return executor;
}
const send = (id: string, name = "go", data = {}) => embeddedEventSink(pool).send({ id, name, data });

async function ended(
  count: number,
  functionId = "%",
): Promise<{ status: string; output: unknown; error: { message: string } }[]> {
  for (let i = 0; i < 1000; i++) {
    const rows = await base.sql<{ status: string; output: unknown; error: { message: string } }>(
      "SELECT status, output, error FROM executor_run WHERE status <> 'pending' AND function_id LIKE $1",
      [functionId],
    );
    if (rows.length >= count) return rows;
    await new Promise((later) => setTimeout(later, 10));
  }
  throw new Error(`Fewer than ${count} runs ended.`);
}

test("steps run once each, in order, and their results are remembered", async () => {
  const ran: string[] = [];
  const fn = client.createFunction({ id: "order", triggers: [{ event: "go" }] }, async ({ step, event }) => {
    const a = await step.run("a", () => ran.push("a"));
    const b = await step.run("b", () => ran.push("b"));
    return { sum: a + b, n: (event.data as { n: number }).n };
  });
  await work([fn]);
  await send("e1", "go", { n: 5 });
  expect(await ended(1)).toMatchObject([{ status: "completed", output: { sum: 3, n: 5 } }]);
  expect(ran).toEqual(["a", "b"]);
});

test("an event sent twice starts one run, and one that nobody wants starts none", async () => {
  let runs = 0;
  const fn = client.createFunction({ id: "once", triggers: [{ event: "go" }] }, async () => ++runs);
  await work([fn]);
  await send("same");
  await send("same");
  await send("other", "unknown");
  await ended(1);
  await send("same");
  await send("last");
  await ended(2);
  expect(runs).toBe(2);
});

test("a failing step is tried again as often as was asked, then its error can be caught", async () => {
  let flaky = 0;
  let hopeless = 0;
  const fn = client.createFunction({ id: "retry", retries: 2, triggers: [{ event: "go" }] }, async ({ step }) => {
    const got = await step.run("flaky", () => {
      if (++flaky < 3) throw new Error("not yet");
      return "done";
    });
    const caught = await step
      .run("hopeless", () => {
        hopeless++;
        throw new Error("never");
      })
      .catch((error: Error) => error.message);
    return { got, caught };
  });
  await work([fn]);
  await send("e");
  expect(await ended(1)).toMatchObject([{ status: "completed", output: { got: "done", caught: "never" } }]);
  expect([flaky, hopeless]).toEqual([3, 3]);
});

test("an error that no try can mend ends the run at once and calls its failure handler with event and error", async () => {
  let tries = 0;
  let told: unknown;
  const fn = client.createFunction(
    {
      id: "bad",
      triggers: [{ event: "go" }],
      onFailure: async ({ event, error }: { event: { data: { event: { data: unknown } } }; error: Error }) => {
        told = { data: event.data.event.data, message: error.message };
      },
    },
    async () => {
      tries++;
      throw new NonRetriableError("no way");
    },
  );
  await work([fn]);
  await send("e", "go", { n: 1 });
  await ended(2);
  expect(tries).toBe(1);
  expect(told).toEqual({ data: { n: 1 }, message: "no way" });
});

test("parallel steps run once each, also when one of them has to be tried again", async () => {
  const ran: string[] = [];
  const fn = client.createFunction({ id: "side", triggers: [{ event: "go" }] }, async ({ step }) => {
    const parts = await Promise.all(
      ["p", "q", "r"].map((name) =>
        step.run(name, () => {
          ran.push(name);
          if (name === "q" && ran.filter((one) => one === "q").length < 2) throw new Error("again");
          return name;
        }),
      ),
    );
    return parts.join("");
  });
  await work([fn]);
  await send("e");
  expect(await ended(1)).toMatchObject([{ output: "pqr" }]);
  expect([...ran].sort()).toEqual(["p", "q", "q", "r"]);
});

test("a sleep gives the worker free and ends in time", async () => {
  const fn = client.createFunction({ id: "sleep", triggers: [{ event: "go" }] }, async ({ step }) => {
    await step.sleep("nap", 1000);
    return step.run("after", () => "awake");
  });
  await work([fn]);
  await send("e");
  const [{ s }] = await ended(1).then(() =>
    base.sql<{ s: number }>("SELECT extract(epoch FROM finished_at - created_at)::float AS s FROM executor_run"),
  );
  expect(s).toBeGreaterThanOrEqual(1);
});

test("two workers share the runs and never run one twice", async () => {
  const seen = new Map<string, number>();
  const fn = client.createFunction({ id: "share", triggers: [{ event: "go" }] }, async ({ step, event }) =>
    step.run("count", async () => {
      await new Promise((later) => setTimeout(later, 5));
      seen.set(event.id as string, (seen.get(event.id as string) ?? 0) + 1);
    }),
  );
  await work([fn]);
  await work([fn]);
  for (let i = 0; i < 40; i++) await send(`e${i}`);
  await ended(40);
  expect([...seen.values()]).toEqual(Array(40).fill(1));
});

test("no more runs of a function go on at once than it allows", async () => {
  let now = 0;
  let most = 0;
  const options = { id: "few", concurrency: 2, triggers: [{ event: "go" }] };
  const fn = client.createFunction(options, async ({ step }) =>
    step.run("busy", async () => {
      most = Math.max(most, ++now);
      await new Promise((later) => setTimeout(later, 15));
      now--;
    }),
  );
  await work([fn]);
  for (let i = 0; i < 8; i++) await send(`e${i}`);
  await ended(8);
  expect(most).toBe(2);
});

test("a step that outlives its lease in another worker's eyes cannot overwrite what was done meanwhile", async () => {
  let go: (() => void) | undefined;
  let calls = 0;
  const fn = client.createFunction({ id: "fence", triggers: [{ event: "go" }] }, async ({ step }) =>
    step.run("slow", async () => {
      if (++calls === 1) await new Promise<void>((free) => (go = free));
      return calls;
    }),
  );
  await work([fn]);
  await send("e");
  while (!go) await new Promise((later) => setTimeout(later, 5));
  await base.sql("UPDATE executor_run SET leased_until = now() - interval '1 minute'");
  await work([fn]);
  const [first] = await ended(1);
  go();
  await new Promise((later) => setTimeout(later, 50));
  expect(first.output).toBe(2);
  expect(await ended(1)).toMatchObject([{ status: "completed", output: 2 }]);
});

test("a timer starts its function once a minute, however many workers are up", async () => {
  let ticks = 0;
  const fn = client.createFunction(
    { id: "timer", triggers: [{ cron: "0 0 1 1 *" }, { cron: "* * * * *" }] },
    async () => {
      ticks++;
    },
  );
  await work([fn]);
  await work([fn]);
  await ended(1);
  const [{ n }] = await base.sql<{ n: number }>("SELECT count(DISTINCT event_id)::int AS n FROM executor_run");
  expect(ticks).toBe(n);
});

test("a function that asks for what the executor does not do is refused at the start", () => {
  const debounced = client.createFunction(
    { id: "d", debounce: { period: "5s" }, triggers: [{ event: "go" }] },
    async () => undefined,
  );
  expect(() => describeFunctions("t", [debounced])).toThrow(/debounce/);
});
