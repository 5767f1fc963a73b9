import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidencePdf } from "@/server/adapters/pdf/evidence-pdf";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { marked } from "@/server/domain/sandbox/magic-picture";
import { JobInput } from "@/server/domain/scoring/job-result";
import { scriptedVision } from "@/server/jobs/testing/scripted-vision";
import { exportAudit } from "@/server/services/audit/export-audit";
import { type EvidencePack, packEvidence } from "@/server/services/evidence/pack-evidence";
import { isInChain, verifyPack } from "@/server/services/evidence/verify-pack";
import { beginJob } from "@/server/services/jobs/begin-job";
import { decideJob } from "@/server/services/jobs/decide-job";
import { runStep } from "@/server/services/jobs/run-step";
import type { Ctx } from "@/server/services/ports";
import { eraseVerification } from "@/server/services/privacy/erase-verification";
import { sandboxed } from "@/server/services/sandbox/sandboxed";
import { startVerification } from "@/server/services/verifications/start-verification";

let world: TestWorld;
let tenant: TestTenant;
let ctx: Ctx;
let jobId = "";
let pack: EvidencePack;

beforeAll(async () => {
  world = await createTestWorld({ vision: scriptedVision({}) });
  tenant = await world.tenant();
  ctx = { ...tenant.ctx, ...sandboxed(world.adapters, "test") };
  jobId = await verify();
  pack = await packEvidence(ctx, { id: jobId, report: evidencePdf });
});
afterAll(() => world.drop());

async function verify(): Promise<string> {
  const picture = marked(Uint8Array.of(1, 2, 3), "accepted");
  const started = await startVerification(ctx, {
    live: picture,
    front: picture,
    input: JobInput.parse({}),
    reference: "o-7",
  });
  for (const step of (await beginJob(ctx, started.jobId)).steps) await runStep(ctx, { jobId: started.jobId, step });
  await decideJob(ctx, started.jobId);
  return started.jobId;
}
async function chainLines(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportAudit(ctx)) lines.push(line);
  return lines;
}

test("a pack holds the decision point by point, hashes of the pictures, the audit and a report, and verifies", async () => {
  expect(verifyPack(pack.zip, pack.publicKey)).toMatchObject({ intact: true, manifest: { job_id: jobId } });
  const files = unzipSync(pack.zip);
  const told = JSON.parse(strFromU8(files["verification.json"]));
  const total = told.verification.factors.reduce((sum: number, factor: { points: number }) => sum + factor.points, 0);
  expect(Math.round(total * 10) / 10).toBe(told.verification.score);
  expect(told).toMatchObject({ verification: { decision: "accepted" }, workflow: { steps: expect.any(Array) } });
  const media = JSON.parse(strFromU8(files["media.json"]));
  expect(media.map((one: { kind: string; sha256: string }) => [one.kind, one.sha256.length])).toEqual([
    ["front", 64],
    ["live", 64],
  ]);
  const pdf = await getDocumentProxy(new Uint8Array(files["report.pdf"]));
  const { text } = await extractText(pdf, { mergePages: true });
  for (const part of [jobId, "accepted", told.verification.fields.surname, "mrz_checksum", pack.publicKey])
    expect(text).toContain(part);
  expect(files["audit.jsonl"] && strFromU8(files["audit.jsonl"])).toContain('"action":"job.decided"');
});

test("one changed byte in any file, a file too many or too few, and another signer are named", () => {
  const files = unzipSync(pack.zip);
  for (const name of Object.keys(files)) {
    const bytes = Uint8Array.from(files[name]);
    bytes[Math.floor(bytes.length / 2)] ^= 1;
    const verdict = verifyPack(zipSync({ ...files, [name]: bytes }), pack.publicKey);
    expect([name, verdict.intact]).toEqual([name, false]);
    if (!verdict.intact && !name.startsWith("manifest")) expect(verdict.file).toBe(name);
    const { [name]: _gone, ...rest } = files;
    expect(verifyPack(zipSync(rest), pack.publicKey)).toMatchObject({ intact: false });
  }
  expect(verifyPack(zipSync({ ...files, "more.txt": strToU8("x") }))).toEqual({
    intact: false,
    file: "more.txt",
    problem: "not in the manifest",
  });
  const stranger = Buffer.alloc(32, 9).toString("base64");
  expect(verifyPack(pack.zip, stranger)).toMatchObject({ intact: false, file: "manifest.json" });
  expect(verifyPack(Uint8Array.of(1, 2, 3))).toMatchObject({ intact: false, problem: "unreadable" });
});

test("a tenant's key stays the same from pack to pack, and is nobody else's", async () => {
  const again = await packEvidence(ctx, { id: await verify(), report: evidencePdf });
  expect(again.publicKey).toBe(pack.publicKey);
  const other = await world.tenant();
  const own: Ctx = { ...other.ctx, ...sandboxed(world.adapters, "test") };
  const before = ctx;
  ctx = own;
  const theirs = await packEvidence(own, { id: await verify(), report: evidencePdf });
  ctx = before;
  expect(theirs.publicKey).not.toBe(pack.publicKey);
  await expect(packEvidence(own, { id: jobId, report: evidencePdf })).rejects.toMatchObject({ code: "not_found" });
});

test("a pack stands in the exported chain, and still verifies after the verification was erased", async () => {
  expect(await isInChain(pack.zip, await chainLines())).toBe(true);
  await eraseVerification(ctx, { jobId, reason: "request" });
  expect(verifyPack(pack.zip, pack.publicKey)).toMatchObject({ intact: true });
  const lines = await chainLines();
  expect(await isInChain(pack.zip, lines)).toBe(true);
  const forged = lines.map((line) => line.replace('"action":"job.decided"', '"action":"job.denied"'));
  expect(await isInChain(pack.zip, forged)).toBe(false);
  const later = unzipSync((await packEvidence(ctx, { id: jobId, report: evidencePdf })).zip);
  const text = Object.values(later)
    .map((bytes) => strFromU8(bytes, true))
    .join();
  for (const personal of ["Eriksson", "ERIKSSON", "12AB34567", "1991-08-12"]) expect(text).not.toContain(personal);
  expect(JSON.parse(strFromU8(later["verification.json"])).erasure.id).toMatch(/^era_/);
});

test("what is not over has no evidence yet", async () => {
  const picture = marked(Uint8Array.of(1), "accepted");
  const started = await startVerification(ctx, { front: picture, input: JobInput.parse({}) });
  await expect(packEvidence(ctx, { id: started.jobId, report: evidencePdf })).rejects.toMatchObject({
    code: "conflict",
  });
});
