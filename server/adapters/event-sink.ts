import type { Pool } from "pg";
import { openPlatformPool } from "@/server/adapters/database/database";
import { makeInngestClient } from "@/server/adapters/inngest-client";
import { makeLog } from "@/server/adapters/log";
import { env } from "@/server/env";
import type { EventSink } from "@/server/services/ports";

/** Channel on which the embedded executor hears that there is an event. */
export const WAKE_CHANNEL = "veriflow_executor";

/**
 * Hands events to the embedded executor: a row, and a ring of the bell. An id that is there already changes nothing.
 */
export function embeddedEventSink(pool: Pick<Pool, "query">): EventSink {
  return {
    async send({ id, name, data }) {
      await pool.query(
        `WITH written AS (
           INSERT INTO executor_event (id, name, data, ts) VALUES ($1, $2, $3, now())
           ON CONFLICT (id) DO NOTHING RETURNING 1)
         SELECT pg_notify('${WAKE_CHANNEL}', '') FROM written`,
        [id, name, JSON.stringify(data)],
      );
    },
  };
}

/** The sink that the configuration asks for: a real Inngest server where `INNGEST_BASE_URL` names one. */
export function load(): EventSink {
  const settings = env();
  if (!settings.INNGEST_BASE_URL) return embeddedEventSink(openPlatformPool(settings.DATABASE_URL, 2));
  const client = makeInngestClient(settings, makeLog(settings.LOG_LEVEL));
  return {
    async send({ id, name, data }) {
      await client.send({ id, name, data });
    },
  };
}
