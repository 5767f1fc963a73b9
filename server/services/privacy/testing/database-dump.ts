import type { TestWorld } from "@/server/adapters/testing/test-world";

/** Every table of the database but the migrations' own. */
export async function tablesOf(world: Pick<TestWorld, "sql">): Promise<string[]> {
  const rows = await world.sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm')
        AND relname <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** What a dump writes of a table: every value of every row as text, long ones whole, bytes as hex. */
async function dumpTable(world: Pick<TestWorld, "sql">, table: string): Promise<string> {
  const rows = await world.sql<{ text: string }>(`SELECT t::text AS text FROM "${table}" t`);
  return rows.map(({ text }) => text).join("\n");
}

/** The same of the whole database, by table. */
export async function dumpDatabase(world: Pick<TestWorld, "sql">): Promise<Map<string, string>> {
  const tables = await tablesOf(world);
  const texts = await Promise.all(tables.map(async (table) => [table, await dumpTable(world, table)] as const));
  return new Map(texts);
}

/**
 * The ways in which a value can stand in a dump: as it is, and its bytes in hex and in base64 (at any of three
 * offsets).
 */
export function formsOf(value: string | Uint8Array): string[] {
  const bytes = Buffer.from(value as string);
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replaceAll("=", "");
    return text.slice(offset === 0 ? 0 : offset + 1, -2);
  });
  const long = base64.filter((text) => text.length >= 8);
  return [...(typeof value === "string" ? [value] : []), bytes.toString("hex"), ...long];
}
