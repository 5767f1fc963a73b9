import { randomUUID } from "node:crypto";
import type { EventEmitter } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { Pool } from "pg";

/** The part of Prisma's schema engine (its WebAssembly build: no download) that compares two schemas. */
interface Engine {
  diff(params: {
    from: Source;
    to: Source;
    script: boolean;
    exitCode: boolean | null;
    filters: { externalTables: string[]; externalEnums: string[] };
  }): Promise<{ exitCode: number; stdout: string | null }>;
}
type Source =
  | { tag: "empty" }
  | { tag: "schemaDatasource"; files: { path: string; content: string }[]; configDir: string }
  | { tag: "schemaDatamodel"; files: { path: string; content: string }[] };

const SCHEMA = "prisma/schema";

/**
 * The SQL that would turn the database at `url` (or an empty one) into what prisma/schema declares; "" where nothing
 * differs. Row-level security, roles, triggers and check constraints are outside what Prisma compares.
 */
export async function schemaDifference(url: string, from: "database" | "empty" = "database"): Promise<string> {
  const pool = new Pool({ connectionString: url, max: 2 });
  try {
    const engine = await loadEngine(bindMigrationAwareSqlAdapterFactory(withCharColumns(pool)));
    const files = readdirSync(SCHEMA).map((name) => ({
      path: join(SCHEMA, name),
      content: readFileSync(join(SCHEMA, name), "utf8"),
    }));
    const { stdout } = await engine.diff({
      from: from === "empty" ? { tag: "empty" } : { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
    });
    return (stdout ?? "").replace(/^-- This is an empty migration\.\s*/, "").trim();
  } finally {
    await pool.end();
  }
}

async function loadEngine(adapter: object): Promise<Engine> {
  // Where the WebAssembly leaves its reason before it aborts.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (reason: string) => console.error(reason) } });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  // The glue keeps its instance in the module: a second engine needs a module of its own.
  const glue = await import(`${entry}?${randomUUID()}`);
  const bytes = readFileSync(entry.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

/**
 * adapter-pg does not know PostgreSQL's one-byte type "char" (18), which the catalogue is full of, and the engine
 * wants such columns as characters: they pass as bits (1560) and are named characters afterwards.
 */
function withCharColumns(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const charColumns = new Set<string>();
  pool.on("connect", (client) => {
    const { connection } = client as unknown as { connection: EventEmitter };
    connection.prependListener("rowDescription", ({ fields }: { fields: { name: string; dataTypeID: number }[] }) => {
      for (const field of fields.filter((f) => f.dataTypeID === 18)) {
        charColumns.add(field.name);
        field.dataTypeID = 1560;
      }
    });
  });
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const types = result.columnTypes.map((type, i) =>
        charColumns.has(result.columnNames[i]) ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes: types };
    };
    return adapter;
  };
  return factory;
}
