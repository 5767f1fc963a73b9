import type { ClientBase, Pool } from "pg";
import { LEASE_SECONDS } from "@/server/jobs/executor/run-store";

/** First key of the advisory locks by which workers show that they live (`veri` in ASCII). */
const LOCK_CLASS = 0x76657269;

/** Takes this worker's lock on a connection of its own; PostgreSQL lets go of it the moment the process dies. */
export async function holdWorkerLock(client: ClientBase, leaseKey: number): Promise<void> {
  await client.query("SELECT pg_advisory_lock($1, $2)", [LOCK_CLASS, leaseKey]);
}

/** Renews the leases of the runs at hand. */
export async function renewLeases(pool: Pool, leaseKey: number, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return;
  await pool.query(
    `UPDATE executor_run SET leased_until = now() + make_interval(secs => $3)
      WHERE id = ANY($1) AND lease_key = $2 AND status = 'pending'`,
    [runIds, leaseKey, LEASE_SECONDS],
  );
}

/** Ends the leases of workers whose lock is gone, so that their runs go on at once. Returns how many. */
export async function endOrphanedLeases(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE executor_run SET leased_until = now() - interval '1 second'
      WHERE status = 'pending' AND leased_until > now() AND lease_key IS NOT NULL
        AND NOT EXISTS (
          SELECT 1 FROM pg_locks
           WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = $1::bigint::oid
             AND objid = lease_key::oid
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
    [LOCK_CLASS],
  );
  return rowCount ?? 0;
}

/** Gives runs back at an orderly stop, without counting them as abandoned. */
export async function giveBackLeases(pool: Pool, leaseKey: number): Promise<void> {
  await pool.query(
    `UPDATE executor_run SET leased_until = NULL, lease_key = NULL, generation = generation + 1
      WHERE lease_key = $1 AND status = 'pending'`,
    [leaseKey],
  );
}
