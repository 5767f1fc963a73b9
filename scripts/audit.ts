import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { archiveAudit } from "@/server/services/audit/archive-audit";
import { exportAudit, exportOperatorAudit } from "@/server/services/audit/export-audit";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";

/** `npm run audit -- verify FILE [HEAD]` checks an exported chain without a server; `export TENANT|operator FILE` writes one. */
const USAGE = `npm run audit -- verify FILE [HEAD]        checks an exported chain; HEAD is the hash it has to end with
npm run audit -- export TENANT|operator FILE   writes a chain out of the database (DATABASE_URL)
npm run audit -- archive TENANT|operator DAYS  copies what is new into the bucket (S3_*), locked for so many days`;

async function verify(file: string, head: string | undefined): Promise<number> {
  const verdict = await verifyAuditLines(
    createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }),
  );
  if (!verdict.intact) {
    console.error(
      `${file}: line ${verdict.line}${verdict.id ? ` (${verdict.id})` : ""} does not fit: ${verdict.problem}`,
    );
    return 1;
  }
  if (head !== undefined && verdict.head !== head) {
    console.error(`${file}: the chain ends with ${verdict.head}, not with ${head}: its end was cut off or replaced.`);
    return 1;
  }
  console.log(`${file}: ${verdict.entries} entries of ${verdict.chain ?? "no chain"}, intact; head ${verdict.head}`);
  return 0;
}

async function exportTo(chain: string, file: string): Promise<number> {
  const { adapters } = await import("@/server/adapters/live");
  const { database } = adapters();
  const lines = chain === "operator" ? exportOperatorAudit({ database }) : exportAudit({ database, tenantId: chain });
  await pipeline(
    Readable.from(lines).map((line: string) => `${line}\n`),
    createWriteStream(file, { mode: 0o600 }),
  );
  return 0;
}

async function archive(chain: string, lockDays: number): Promise<number> {
  const { adapters } = await import("@/server/adapters/live");
  const { entries, key } = await archiveAudit(adapters(), { chain, lockDays });
  console.log(key ? `${entries} entries of ${chain} are locked in ${key}.` : `Nothing is new in ${chain}.`);
  return 0;
}

const [verb, first, second] = process.argv.slice(2);
if (verb === "verify" && first) process.exit(await verify(first, second));
if (verb === "export" && first && second) process.exit(await exportTo(first, second));
if (verb === "archive" && first && Number(second) > 0) process.exit(await archive(first, Number(second)));
console.error(USAGE);
process.exit(2);
