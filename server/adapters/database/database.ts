import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { unavailableIfUnreachable } from "@/server/adapters/database/database-unreachable";
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
const STATEMENT_CONNECTIONS = 4;

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
  const platform = openPlatformPool(url, STATEMENT_CONNECTIONS);
  const reading = openPool(url, STATEMENT_CONNECTIONS, "-c role=veriflow_app", true);
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
    async tenantStatement<Row>(tenantId: string, statement: Statement) {
      if (tenantId === "") throw new Error("A tenant's statement needs a tenant.");
      try {
        return await readAs<Row>(reading, tenantId, statement);
      } catch (error) {
        throw unavailableIfUnreachable(error);
      }
    },
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
      await Promise.all([pool.end(), platform.end(), reading.end()]);
    },
  };
}

/**
 * A pool for plain SQL as the platform's role: counters, locks, notifications. `lasting: false` does not wait until a
 * commit is on the disk: a crash of the database may lose the last half second of counts, and nothing else.
 */
export function openPlatformPool(url: string, size: number, { lasting = true } = {}): Pool {
  return openPool(url, size, `-c role=veriflow_platform${lasting ? "" : " -c synchronous_commit=off"}`);
}

function openPool(url: string, size: number, options: string, pipeline = false): Pool {
  const pool = new Pool({ connectionString: url, max: size, connectionTimeoutMillis: WAIT_MS, options, pipeline });
  pool.on("error", () => undefined);
  return pool;
}

/** Everything is sent at once: where one of them fails, those behind it fail in the same transaction. */
async function readAs<Row>(pool: Pool, tenantId: string, { name, text, values }: Statement): Promise<Row[]> {
  const client = await pool.connect();
  try {
    const [, , { rows }] = await Promise.all([
      client.query("BEGIN READ ONLY"),
      client.query({ name: "in_tenant", text: "SELECT set_config('app.tenant_id', $1, true)", values: [tenantId] }),
      client.query({ name, text, values: [...values] }),
      client.query("COMMIT"),
    ]);
    client.release();
    return rows as Row[];
  } catch (error) {
    // What state the connection is in is not known: it is not used again.
    client.release(true);
    throw error;
  }
}
