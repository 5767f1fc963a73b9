import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { makeInngestClient } from "@/server/adapters/inngest-client";
import { fillTables } from "@/server/adapters/testing/fill-tables";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { type ApiWorld, createApiWorld } from "@/server/api/testing/api-world";
import { databaseTrace } from "@/server/api/testing/database-trace";
import { rowNames, sampleInput } from "@/server/api/testing/sample-input";
import { VALID_CALLS } from "@/server/api/testing/valid-calls";
import { appRouter } from "@/server/api/trpc/app-router";
import type { Access } from "@/server/api/trpc/procedures";
import type { RequestContext } from "@/server/api/trpc/request-context";
import { ENDPOINTS } from "@/server/contract/v1/index";
import { JOB_FUNCTIONS } from "@/server/jobs/functions/index";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { showMedia } from "@/server/services/media/show-media";
import { makePerson, signInAs, visitorOf } from "@/server/services/people/testing/make-person";
import type { Vision } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/**
 * Another tenant's row, named where one's own is expected: by every procedure, every endpoint and every durable
 * function that takes a name of a row. They are read off their declarations; one whose rows are not known here fails.
 */
/** Judges no picture: whose row is named has to be found out first. */
const vision = {
  inspect: async (bytes: Uint8Array) => ({ mime: "image/jpeg", width: 320, height: 240, bytes }),
} as unknown as Vision;
let world: ApiWorld;
let ours: TestTenant;
let theirs: TestTenant;

beforeAll(async () => {
  world = await createApiWorld({ vision });
  [ours, theirs] = [await world.tenant({ name: "Ours" }), await world.tenant({ name: "Theirs" })];
  for (const tenant of [ours, theirs]) await fillTables(world, tenant);
});
afterAll(() => world?.drop());

/** Whose rows a property names: `<procedure or endpoint>:<property>` → table. */
const TABLES: readonly (readonly [RegExp, string])[] = [
  [/:userId$/, "member"],
  [/^keys\..*:(id|keyId)$/, "api_key"],
  [/^verifications\./, "job"],
  [/^sessions\./, "session"],
  [/^requests\./, "request_log"],
  [/^webhooks\.(deliver|replay|attempt)/, "webhook_delivery"],
  [/^webhooks\./, "webhook_endpoint"],
  [/^workflow\./, "workflow"],
  [/^members\./, "invitation"],
  [/^approvals\./, "approval"],
  [/^access\./, "operator_grant"],
  [/^invoices?\.|^billing\./, "invoice"],
  [/:face_id$/, "face"],
  [/:workflow_id$/, "workflow"],
  [/^listJobs:cursor$/, "job"],
  [/^listWebhookDeliveries:/, "webhook_delivery"],
];

async function theirRow(place: string): Promise<string> {
  const table = TABLES.find(([pattern]) => pattern.test(place))?.[1];
  if (!table) throw new Error(`Say in TABLES of this test whose rows ${place} names.`);
  const column = table === "member" ? "user_id" : "id";
  const [row] = await world.sql<{ id: string }>(`SELECT ${column} AS id FROM "${table}" WHERE tenant_id = $1 LIMIT 1`, [
    theirs.id,
  ]);
  if (!row) throw new Error(`fillTables leaves no row in ${table}.`);
  return row.id;
}

/** What a procedure checks before it looks for the row, and no sample can be made of. */
const GIVEN: Readonly<Record<string, () => Promise<object>>> = {
  "webhooks.replayRange": async () => ({ from: new Date(Date.now() - 3_600_000), to: new Date() }),
  "workflow.saveDraft": async () => {
    const [row] = await world.sql("SELECT definition FROM workflow_version WHERE tenant_id = $1", [ours.id]);
    return row;
  },
};

interface Procedure {
  readonly path: string;
  readonly access: Access;
  readonly input: z.ZodType | undefined;
}
const procedures: Procedure[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { meta, inputs } = (procedure as unknown as { _def: { meta: Access; inputs: z.ZodType[] } })._def;
  return { path, access: meta, input: inputs[0] };
});
const naming = procedures.filter(({ access, input }) => "permission" in access && rowNames(input).length > 0);

describe("a procedure that is given another tenant's row", () => {
  type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  let call: (path: string, input: unknown) => Promise<unknown>;
  beforeAll(async () => {
    const person = await makePerson(world, { roles: { [ours.id]: "owner" } });
    const visitor = await visitorOf(world, await signInAs(world, person));
    const context: RequestContext = {
      adapters: world.adapters,
      traceId: "trace",
      tenantId: ours.id,
      environment: "test",
      visitor: async () => visitor,
      address: undefined,
      baseUrl: "https://verify.example",
    };
    const caller = appRouter.createCaller(context) as unknown as Caller;
    call = (path, input) => {
      const [noun, verb] = path.split(".");
      return caller[noun][verb](input);
    };
  });

  test("there are such procedures", () => expect(naming.length).toBeGreaterThan(15));

  test.each(naming.map(({ path, input }) => [path, input as z.ZodType] as const))("%s", async (path, type) => {
    const names = rowNames(type);
    const given = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await theirRow(`${path}:${name}`)] as const)),
    );
    const input = sampleInput(type, { ...given, ...(await GIVEN[path]?.()) });
    const before = await databaseTrace(world);
    const answer = await call(path, input).catch((error: unknown) => error);
    if (names.every((name) => name === "cursor")) {
      // A page that begins behind a row of theirs: empty, or refused.
      if (!(answer instanceof Error)) expect(JSON.stringify(answer)).not.toContain(theirs.id);
    } else {
      expect(answer).toBeInstanceOf(TRPCError);
      expect([path, (answer as TRPCError).code, (answer as TRPCError).message]).toEqual([
        path,
        "NOT_FOUND",
        expect.anything(),
      ]);
    }
    expect(await databaseTrace(world)).toEqual(before);
  });
});

/** What is answered otherwise than by 404, and is held by a test of its own. */
const HELD_ELSEWHERE: Readonly<Record<string, string>> = {
  "analyzeLiveness:challenge_id": "server/services/liveness/liveness.db.test.ts: unknown, as one that never was",
};

describe("an endpoint that is given another tenant's row", () => {
  const given = Object.values(ENDPOINTS)
    .flatMap((endpoint) =>
      (["body", "query"] as const).flatMap((part) =>
        rowNames(endpoint[part]).map((name) => [`${endpoint.id}:${name}`, endpoint, part, name] as const),
      ),
    )
    .filter(([place]) => !(place in HELD_ELSEWHERE));

  test.each(given)("%s", async (place, endpoint, part, name) => {
    const id = await theirRow(place);
    const valid = await VALID_CALLS[endpoint.id as keyof typeof VALID_CALLS](world, ours);
    const before = await databaseTrace(world, theirs.id);
    const madeBefore = await made();
    const ask =
      part === "query"
        ? { ...valid, query: `?${name}=${id}` }
        : { ...valid, body: exclusive(endpoint.id, { ...(valid.body as object), [name]: id }) };
    const answer = await world.ask(endpoint, { key: ours.key, ...ask });
    const text = await answer.text();
    if (name !== "cursor")
      expect([place, answer.status, text]).toEqual([place, 404, expect.stringContaining("not_found")]);
    expect(text.replaceAll(id, "")).not.toContain(theirs.id);
    expect(await databaseTrace(world, theirs.id)).toEqual(before);
    expect(await made()).toEqual(madeBefore);
  });

  /** What a call that was let through would have made. */
  const made = () =>
    world.sql(`SELECT (SELECT count(*) FROM job) AS jobs, (SELECT count(*) FROM session) AS sessions,
      (SELECT count(*) FROM media) AS media, (SELECT count(*) FROM usage_event) AS usages`);

  /** Of pictures and stored faces one is given, not both. */
  function exclusive(endpointId: string, body: Record<string, unknown>): Record<string, unknown> {
    if (endpointId !== "matchFaces") return body;
    const { image_document_base64: _, ...rest } = body;
    return rest;
  }
});

describe("a durable function that is told of another tenant's row", () => {
  const client = makeInngestClient(
    { INNGEST_BASE_URL: undefined, INNGEST_EVENT_KEY: undefined, INNGEST_SIGNING_KEY: undefined },
    { info: () => undefined, warn: () => undefined, error: () => undefined },
  );
  interface Inside {
    readonly opts: { readonly triggers: readonly { readonly event?: unknown; readonly cron?: string }[] };
    readonly fn: (call: object) => Promise<unknown>;
  }
  const inside = (name: string): Inside =>
    JOB_FUNCTIONS[name]({ client, adapters: world.adapters, verifications: 1 }) as unknown as Inside;
  const step = { run: (_: string, work: () => unknown) => work(), sleep: async () => undefined };

  /**
   * Event's data of each function that is started by events; those that run by the clock go through every tenant's own.
   */
  const DATA: Readonly<Record<string, () => Record<string, unknown>>> = {
    "verify-identity": () => ({ tenant_id: ours.id, job_id: `job_${theirs.id}` }),
    "deliver-webhook": () => ({ tenant_id: ours.id, delivery_id: `whd_${theirs.id}` }),
    "mail-quota": () => ({
      tenant_id: ours.id,
      environment: "test",
      module: "ocr",
      period: "2026-01",
      level: "warning",
    }),
    "close-month": () => ({ tenant_id: ours.id, month: "2020-02" }),
  };

  test.each(Object.keys(JOB_FUNCTIONS))("%s", async (name) => {
    const { opts, fn } = inside(name);
    if (opts.triggers.every(({ cron }) => cron !== undefined)) return expect(DATA[name]).toBeUndefined();
    if (!DATA[name]) throw new Error(`Say in DATA of this test what ${name} is to be told.`);
    const before = await databaseTrace(world, theirs.id);
    await fn({ event: { name: "told", data: DATA[name]() }, step }).catch(() => undefined);
    expect(await databaseTrace(world, theirs.id)).toEqual(before);
  });
});

test("an event of one tenant goes to its own endpoints alone", async () => {
  const data = { key_id: ours.key.id, label: "Ours" };
  const event = { type: "key.created", subjectId: ours.key.id, data } as const;
  await world.sql("UPDATE webhook_endpoint SET events = '{key.created}'");
  const made = await world.database.inTenant(ours.id, async (tx) =>
    writeOutbox(ours.ctx, tx, { ...event, key: await openTenantKey(ours.ctx, tx) }),
  );
  const rows = await world.sql(
    "SELECT DISTINCT d.tenant_id, e.tenant_id AS endpoints FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id WHERE d.id <> ALL ($1)",
    [[`whd_${ours.id}`, `whd_${theirs.id}`]],
  );
  expect(rows).toEqual([{ tenant_id: ours.id, endpoints: ours.id }]);
  expect(JSON.stringify(made)).not.toContain(theirs.id);
});

test("another tenant's picture is not found", async () => {
  const before = await databaseTrace(world);
  await expect(showMedia(ours.ctx, { id: `med_${theirs.id}` })).rejects.toMatchObject({ code: "not_found" });
  expect(await databaseTrace(world)).toEqual(before);
});
