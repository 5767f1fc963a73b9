import { unavailableIfUnreachable } from "@/server/adapters/database/database-unreachable";
import { rememberFull } from "@/server/adapters/remember-full";
import type { KeyedWindow, RateCounters, RateVerdict } from "@/server/services/rate-counters";

/** A pool or client of `pg`, as far as counting needs it. */
export interface Queryable {
  query(query: {
    name?: string;
    text: string;
    values?: unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** Counters in the table `rate_limit`: one statement a request, however many windows; the database's clock. */
export function rateCounters(client: Queryable): RateCounters {
  return rememberFull(async (windows) => {
    const names = windows.map(nameOf);
    const values = [names, windows.map(({ limit }) => limit), windows.map(({ seconds }) => seconds)];
    try {
      const { rows } = await client.query({ name: "veriflow_take", text: TAKE, values });
      return verdictOf(rows[0] as TakeRow);
    } catch (error) {
      throw unavailableIfUnreachable(error);
    }
  });
}

const TAKE = "SELECT full_at, remaining, resets_ms FROM veriflow_take($1::text[], $2::int[], $3::int[])";

interface TakeRow {
  /** From 1; 0 is none. */
  readonly full_at: number;
  readonly remaining: readonly number[];
  readonly resets_ms: readonly (string | number)[];
}

/** A window's name in the store: one key may be counted in windows of several lengths. */
export function nameOf({ seconds, key }: KeyedWindow): string {
  return `${seconds}:${key}`;
}

function verdictOf({ full_at, remaining, resets_ms }: TakeRow): RateVerdict {
  const states = remaining.map((left, i) => ({ remaining: left, resetSeconds: inSeconds(Number(resets_ms[i])) }));
  return { fullAt: full_at === 0 ? undefined : full_at - 1, states };
}

/** Whole seconds, at least one: whoever waits that long finds the window begun anew. */
export function inSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
