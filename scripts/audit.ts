import { createReadStream, createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { withAdapters } from "@/scripts/lib/with-adapters";
import { evidencePdf } from "@/server/adapters/pdf/evidence-pdf";
import { archiveAudit } from "@/server/services/audit/archive-audit";
import { exportAudit, exportOperatorAudit } from "@/server/services/audit/export-audit";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";
import { packEvidence } from "@/server/services/evidence/pack-evidence";
import { readEvidenceKey } from "@/server/services/evidence/read-evidence-key";
import { isInChain, verifyPack } from "@/server/services/evidence/verify-pack";
import { makeJobCtx } from "@/server/services/jobs/make-job-ctx";
import type { Adapters, Ctx } from "@/server/services/ports";

/**
 * `npm run audit -- …`: what `verify` does needs neither server nor database; the others use those of the
 * configuration.
 */
const USAGE = `npm run audit -- verify FILE [HEAD]        checks an exported chain; HEAD is the hash it has to end with
npm run audit -- verify PACK.zip [KEY] [CHAIN] checks an evidence pack; KEY is the account's public key, CHAIN its export
npm run audit -- pack TENANT JOB FILE          writes the evidence pack of a verification
npm run audit -- key TENANT                    shows the public key that signs a tenant's evidence packs
npm run audit -- export TENANT|operator FILE   writes a chain out of the database
npm run audit -- archive TENANT|operator DAYS  copies what is new into the bucket, locked for so many days`;

const linesOf = (file: string) =>
  createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });

async function verifyEvidence(file: string, publicKey: string | undefined, chain: string | undefined): Promise<number> {
  const zip = readFileSync(file);
  const verdict = verifyPack(zip, publicKey);
  if (!verdict.intact) {
    console.error(`${file}: ${verdict.file}: ${verdict.problem}`);
    return 1;
  }
  const { manifest, entries } = verdict;
  if (chain !== undefined && !((await verify(chain, undefined)) === 0 && (await isInChain(zip, linesOf(chain))))) {
    console.error(`${file}: its audit entries do not stand in ${chain}.`);
    return 1;
  }
  console.log(
    `${file}: evidence of ${manifest.job_id}, made ${manifest.created_at}, ${entries} audit entries, intact.`,
  );
  const known = publicKey === undefined ? "compare it with the account's own; it was not given" : "as it was given";
  console.log(`signed by ${manifest.key.public_key} (${known}).`);
  return 0;
}

/** As the system, within one tenant and the verification's own environment. */
async function tenantCtx(adapters: Adapters, tenantId: string, jobId?: string): Promise<Ctx> {
  const job = await adapters.database.inTenant(tenantId, (tx) => tx.job.findUnique({ where: { id: jobId ?? "" } }));
  const environment = job?.environment === "test" ? "test" : "live";
  return makeJobCtx(adapters, { tenantId, environment, traceId: "audit-command" });
}

async function writePack(adapters: Adapters, tenantId: string, jobId: string, file: string): Promise<number> {
  const pack = await packEvidence(await tenantCtx(adapters, tenantId, jobId), { id: jobId, report: evidencePdf });
  writeFileSync(file, pack.zip, { mode: 0o600 });
  console.log(`${file}: SHA-256 ${pack.sha256}, signed by ${pack.publicKey}`);
  return 0;
}

async function showKey(adapters: Adapters, tenantId: string): Promise<number> {
  console.log(await readEvidenceKey(await tenantCtx(adapters, tenantId)));
  return 0;
}

async function verify(file: string, head: string | undefined): Promise<number> {
  const verdict = await verifyAuditLines(linesOf(file));
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

async function exportTo({ database }: Adapters, chain: string, file: string): Promise<number> {
  const lines = chain === "operator" ? exportOperatorAudit({ database }) : exportAudit({ database, tenantId: chain });
  await pipeline(
    Readable.from(lines).map((line: string) => `${line}\n`),
    createWriteStream(file, { mode: 0o600 }),
  );
  return 0;
}

async function archive(adapters: Adapters, chain: string, lockDays: number): Promise<number> {
  const { entries, key } = await archiveAudit(adapters, { chain, lockDays });
  console.log(key ? `${entries} entries of ${chain} are locked in ${key}.` : `Nothing is new in ${chain}.`);
  return 0;
}

const [verb, first, second, third] = process.argv.slice(2);
if (verb === "verify" && first?.endsWith(".zip")) process.exit(await verifyEvidence(first, second, third));
if (verb === "verify" && first) process.exit(await verify(first, second));
if (verb === "pack" && first && second && third) await withAdapters(({ ctx }) => writePack(ctx, first, second, third));
if (verb === "key" && first) await withAdapters(({ ctx }) => showKey(ctx, first));
if (verb === "export" && first && second) await withAdapters(({ ctx }) => exportTo(ctx, first, second));
if (verb === "archive" && first && Number(second) > 0)
  await withAdapters(({ ctx }) => archive(ctx, first, Number(second)));
console.error(USAGE);
process.exit(2);
