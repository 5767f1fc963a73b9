import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePlans } from "@/prisma/seed/write-plans";
import { systemClock } from "@/server/adapters/clock";
import { openPlatformPool } from "@/server/adapters/database/database";
import { faceGalleries } from "@/server/adapters/face-galleries";
import { makeIds } from "@/server/adapters/ids";
import { makeKeys } from "@/server/adapters/keys/keys";
import { localKeyProvider } from "@/server/adapters/keys/local-key-provider";
import { makeLog } from "@/server/adapters/log";
import { lookups } from "@/server/adapters/lookups";
import { validateNationalNumber } from "@/server/adapters/national-numbers";
import { objectsInFolder } from "@/server/adapters/objects/objects-folder";
import { rateCounters } from "@/server/adapters/rate-counters";
import { noScanner } from "@/server/adapters/scanner-clamd";
import { createTestDatabase, type TestDatabase } from "@/server/adapters/testing/test-database";
import { webhookHttp } from "@/server/adapters/webhook-http";
import type { Environment } from "@/server/contract/enums";
import { type CreatedKey, createKey } from "@/server/services/keys/create-key";
import type { Adapters, Ctx, Mail, Vision } from "@/server/services/ports";
import { createTenant } from "@/server/services/tenants/create-tenant";

export interface TestTenant {
  readonly id: string;
  readonly ctx: Ctx;
  /** A key of that environment with every scope. */
  readonly key: CreatedKey;
}

export interface TestWorld extends TestDatabase {
  readonly adapters: Adapters;
  /** Events handed to the durable functions, in order. */
  readonly sent: { id: string; name: string; data: Record<string, unknown> }[];
  /** Mails handed to the mail server, in order. */
  readonly mails: Mail[];
  /** Log lines written so far, parsed. */
  readonly logged: Record<string, unknown>[];
  tenant(options?: { name?: string; plan?: string; environment?: Environment }): Promise<TestTenant>;
}

/**
 * Real adapters over a database and folder of their own, for one test file. Events are collected instead of carried
 * out, and there is no vision unless one is given.
 */
export async function createTestWorld(given: Partial<Adapters> = {}): Promise<TestWorld> {
  const base = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "veriflow-test-"));
  const counters = openPlatformPool(base.serverUrl, 4);
  const sent: TestWorld["sent"] = [];
  const logged: Record<string, unknown>[] = [];
  const mails: Mail[] = [];
  const clock = given.clock ?? systemClock;
  const adapters: Adapters = {
    clock,
    ids: makeIds(clock),
    database: base.database,
    keys: makeKeys(localKeyProvider(new Uint8Array(32).fill(7))),
    objects: objectsInFolder(folder),
    scanner: noScanner,
    vision: noVision,
    galleries: faceGalleries(),
    lookups: lookups(),
    events: { send: async (event) => void sent.push(event) },
    webhooks: webhookHttp({ allow: "private", timeoutMs: 5_000 }),
    rates: rateCounters(counters),
    mailer: { send: async (mail) => void mails.push(mail) },
    issuer: "Operator Ltd, 1 Example Street, Exampletown",
    nationalNumbers: validateNationalNumber,
    log: makeLog("debug", { write: (line: string) => void logged.push(JSON.parse(line)) }),
    ...given,
  };
  await base.database.asPlatform(writePlans);
  return {
    ...base,
    adapters,
    sent,
    mails,
    logged,
    tenant: (options) => makeTenant(adapters, options),
    async drop() {
      await counters.end();
      await base.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeTenant(
  adapters: Adapters,
  { name = "Test tenant", plan = "pro", environment = "test" as Environment } = {},
): Promise<TestTenant> {
  const owner = { name, country: "FRA", supportEmail: "support@tenant.example", planId: plan };
  const id = await createTenant({ ...adapters, actor: "test" }, owner);
  const base: Ctx = { ...adapters, tenantId: id, environment, actor: "test", traceId: "trace-test" };
  const key = await createKey(base, { environment, label: "Test key" });
  return { id, key, ctx: { ...base, actor: key.id, keyId: key.id } };
}

const noVision = new Proxy({} as Vision, {
  get: (_, method) => () =>
    Promise.reject(new Error(`This test was given no vision, and ${String(method)} was asked for.`)),
});
