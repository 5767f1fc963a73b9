import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { unavailableIfUnreachable } from "@/server/adapters/database-unreachable";
import type { Database, Statement, Tx } from "@/server/services/ports";

export interface LiveDatabase extends Database {
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most. */
  readonly poolSize?: number;
}

/** How long to wait for a free connection, and how long one transaction may take. */
const WAIT_MS = 10_000;
const TRANSACTION_MS = 60_000;
/** For single statements, which take a millisecond each. */
const PLATFORM_CONNECTIONS = 4;

/**
 * PostgreSQL through Prisma. Every transaction takes on a role that owns nothing, and a tenant's work names the tenant,
 * for that transaction only: row-level security (prisma/migrations) shows and takes nothing else.
 * AppError `unavailable` where the database cannot be reached.
 */
export function openDatabase(url: string, { poolSize = 10 }: DatabaseOptions = {}): LiveDatabase {
  const pool = new Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: WAIT_MS });
  // An idle connection that the server closes is replaced at the next use.
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });
  const platform = openPlatformPool(url, PLATFORM_CONNECTIONS);
  const transact = async <T>(
    role: "veriflow_app" | "veriflow_platform",
    tenantId: string,
    work: (tx: Tx) => Promise<T>,
  ) => {
    try {
      return await prisma.$transaction(
        async (tx) => {
          await tx.$executeRaw`SELECT set_config('role', ${role}, true), set_config('app.tenant_id', ${tenantId}, true)`;
          return await work(tx);
        },
        { maxWait: WAIT_MS, timeout: TRANSACTION_MS },
      );
    } catch (error) {
      throw unavailableIfUnreachable(error);
    }
  };
  return {
    async inTenant(tenantId, work) {
      if (tenantId === "") throw new Error("A tenant's transaction needs a tenant.");
      return transact("veriflow_app", tenantId, work);
    },
    asPlatform: (work) => transact("veriflow_platform", "", work),
    async platformStatement<Row>({ name, text, values }: Statement) {
      try {
        const { rows } = await platform.query({ name, text, values: [...values] });
        return rows as Row[];
      } catch (error) {
        throw unavailableIfUnreachable(error);
      }
    },
    async close() {
      await prisma.$disconnect();
      await Promise.all([pool.end(), platform.end()]);
    },
  };
}

/**
 * A pool for plain SQL as the platform's role: counters, locks, notifications. `lasting: false` does not wait until a commit
 * is on the disk: a crash of the database may lose the last half second of counts, and nothing else.
 */
export function openPlatformPool(url: string, size: number, { lasting = true } = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: WAIT_MS,
    options: `-c role=veriflow_platform${lasting ? "" : " -c synchronous_commit=off"}`,
  });
  pool.on("error", () => undefined);
  return pool;
}
