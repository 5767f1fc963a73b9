import type { TestWorld } from "@/server/adapters/testing/test-world";

/** Kept of every request, whoever sends it: not a trace of what it did. */
const BOOKKEEPING = ["request_log", "rate_limit", "signature_seen", "_prisma_migrations"];

/**
 * A fingerprint of every table's rows, by table; two are equal where nothing was written, changed or removed in
 * between. `tenantId` looks at the rows of one tenant alone.
 */
export async function databaseTrace(world: Pick<TestWorld, "sql">, tenantId?: string): Promise<Record<string, string>> {
  const tables = await world.sql<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND c.relname <> ALL ($1) AND ($2::text IS NULL OR EXISTS (
        SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')) ORDER BY 1`,
    [BOOKKEEPING, tenantId ?? null],
  );
  const parts = tables.map(
    ({
      name,
    }) => `SELECT '${name}' AS name, count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print
      FROM "${name}" t ${tenantId === undefined ? "" : "WHERE t.tenant_id = $1"}`,
  );
  const prints = await world.sql<{ name: string; print: string }>(
    parts.join(" UNION ALL "),
    tenantId === undefined ? [] : [tenantId],
  );
  return Object.fromEntries(prints.map(({ name, print }) => [name, print]));
}
