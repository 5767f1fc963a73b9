import { createHash } from "node:crypto";
import { PLANS } from "@/server/domain/billing/plans";
import type { Adapters, Tx } from "@/server/services/ports";
import type { MeteredCall } from "@/server/services/usage/record-usage";

/**
 * Made-up usage that every process makes alike from a number: which tenants, which calls of theirs, when. What it must
 * cost is computed from the calls that were meant, not from the database, and not with the code that is tried.
 */
export interface Simulation {
  readonly tenants: number;
  readonly callsPerTenant: number;
  /** Calls written in one transaction, of one instant and one kind of key. */
  readonly chunk: number;
  /** Two months that follow each other and are over: `2026-09`, `2026-10`. */
  readonly months: readonly [string, string];
}

export interface Chunk {
  readonly tenantId: string;
  readonly at: Date;
  readonly environment: "test" | "live";
  readonly calls: readonly MeteredCall[];
  /** Told twice, as a retry that did not hear the first answer would. */
  readonly twice: boolean;
}

const SINGLE = ["liveness", "ocr", "validate", "face_match", "kya"] as const;
const WORKFLOWS = [
  ["liveness", "ocr", "validate", "face_match"],
  ["ocr", "validate"],
  ["liveness", "ocr", "validate", "face_match", "kya"],
] as const;
const MEMBERS = ["pro", "enterprise", "free"] as const;

/** A number from 0 to 2³² − 1 that depends on nothing but its name. */
const draw = (...name: readonly (string | number)[]): number =>
  createHash("sha256").update(name.join(" ")).digest().readUInt32BE();

export const tenantIdOf = (tenant: number): string => `ten_sim${String(tenant).padStart(4, "0")}`;

const startOf = (month: string): number => Date.parse(`${month}-01T00:00:00Z`);
function edgesOf({ months }: Simulation): { start: number; middle: number; end: number } {
  const [year, month] = months[1].split("-").map(Number);
  return { start: startOf(months[0]), middle: startOf(months[1]), end: Date.UTC(year, month, 1) };
}

/** A third of the tenants came during the first month; half changed plan in the second, at an odd instant. */
function lifeOf(simulation: Simulation, tenant: number) {
  const { start, middle, end } = edgesOf(simulation);
  const plan = MEMBERS[tenant % MEMBERS.length];
  const since = tenant % 3 === 1 ? start + 1 + (draw("since", tenant) % Math.floor((middle - start) / 2)) : start;
  const changes =
    tenant % 2 === 0
      ? [{ at: middle + (draw("change", tenant) % (end - middle)), from: plan, to: MEMBERS[(tenant + 1) % 3] }]
      : [];
  return { since, plan, changes };
}

export const chunksOf = ({ callsPerTenant, chunk }: Simulation): number => Math.ceil(callsPerTenant / chunk);

/** The `index`-th chunk of a tenant's calls. */
export function chunkOf(simulation: Simulation, tenant: number, index: number): Chunk {
  const { since } = lifeOf(simulation, tenant);
  const { end } = edgesOf(simulation);
  const tenantId = tenantIdOf(tenant);
  const size = Math.min(simulation.chunk, simulation.callsPerTenant - index * simulation.chunk);
  const calls = Array.from({ length: size }, (_, i): MeteredCall => {
    const sourceId = `sim_${tenant}_${index}_${i}`;
    const kind = draw("kind", sourceId);
    const call = { sourceId, keyId: null };
    if (kind % 2 === 0) return { ...call, module: SINGLE[(kind >>> 1) % SINGLE.length] };
    return { ...call, module: "workflow", parts: WORKFLOWS[(kind >>> 1) % WORKFLOWS.length] };
  });
  const place = draw("at", tenant, index) / 2 ** 32;
  return {
    tenantId,
    at: new Date(since + Math.floor(place * (end - since))),
    environment: draw("environment", tenant, index) % 10 === 0 ? "test" : "live",
    calls,
    twice: draw("twice", tenant, index) % 8 === 0,
  };
}

/** Puts the simulation's tenants under their first plan, and their later plans into the history. */
export async function writeSimulatedPlans(tx: Tx, simulation: Simulation): Promise<void> {
  for (let tenant = 0; tenant < simulation.tenants; tenant++) {
    const { since, plan, changes } = lifeOf(simulation, tenant);
    const id = tenantIdOf(tenant);
    const last = changes.at(-1)?.to ?? plan;
    await tx.tenant.update({ where: { id }, data: { created_at: new Date(since), plan_id: last } });
    for (const { at, from, to } of changes) {
      const row = { tenant_id: id, at: new Date(at), from_plan_id: from, to_plan_id: to, changed_by: "simulation" };
      await tx.planChange.create({ data: row });
    }
  }
}

/** Minor units of every invoice that must come out, by tenant and month; months that cost nothing are left out. */
export function expectedTotals(simulation: Simulation): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  const { start, middle, end } = edgesOf(simulation);
  for (let tenant = 0; tenant < simulation.tenants; tenant++) {
    const months = [
      { name: simulation.months[0], from: start, to: middle },
      { name: simulation.months[1], from: middle, to: end },
    ];
    for (const month of months) {
      const total = expectedTotal(simulation, tenant, month);
      if (total !== 0n) totals.set(`${tenantIdOf(tenant)} ${month.name}`, total);
    }
  }
  return totals;
}

function expectedTotal(simulation: Simulation, tenant: number, month: { from: number; to: number }): bigint {
  const { since, plan, changes } = lifeOf(simulation, tenant);
  const planAt = (at: number) => changes.filter((change) => change.at <= at).at(-1)?.to ?? plan;
  const listOf = (id: string) => PLANS.find((one) => one.id === id)!.priceList;
  const live = Array.from({ length: chunksOf(simulation) }, (_, i) => chunkOf(simulation, tenant, i))
    .filter(({ at, environment }) => environment === "live" && at.getTime() >= month.from && at.getTime() < month.to)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const places = new Map<string, number>();
  const micros = new Map<string, bigint>();
  for (const { at, calls } of live) {
    const { prices, tiers } = listOf(planAt(at.getTime()));
    for (const { module, parts } of calls) {
      for (const thing of parts ?? [module]) {
        const name = `${module}:${thing}`;
        const place = (places.get(name) ?? 0) + 1;
        places.set(name, place);
        const discount = (tiers[module] ?? []).filter(({ above }) => place > above).at(-1)?.discount_bp ?? 0;
        const exact = BigInt(prices[thing as keyof typeof prices] ?? 0) * BigInt(10_000 - discount);
        micros.set(name, (micros.get(name) ?? 0n) + (exact + 5_000n) / 10_000n);
      }
    }
  }
  const used = [...micros.values()].reduce((sum, amount) => sum + (amount + 5_000n) / 10_000n, 0n);
  const edges = [Math.max(since, month.from), ...changes.map(({ at }) => at), month.to].filter(
    (edge) => edge >= Math.max(since, month.from) && edge <= month.to,
  );
  const share = (fee: number, until: number) => {
    const [part, whole] = [BigInt(until - month.from), BigInt(month.to - month.from)];
    return (2n * BigInt(fee) * part + whole) / (2n * whole);
  };
  const fees = edges.slice(1).reduce((sum, edge, i) => {
    const fee = listOf(planAt(edges[i])).monthly_fee;
    return sum + share(fee, edge) - share(fee, edges[i]);
  }, 0n);
  return used + fees;
}

/** What the invoices say, in the same form. */
export async function invoicedTotals(database: Adapters["database"]): Promise<Map<string, bigint>> {
  const rows = await database.asPlatform((tx) =>
    tx.invoice.findMany({ where: { kind: "invoice", status: "issued", tenant_id: { startsWith: "ten_sim" } } }),
  );
  return new Map(rows.map((row) => [`${row.tenant_id} ${row.month}`, row.total]));
}
