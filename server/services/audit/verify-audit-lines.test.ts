import { expect, test } from "vitest";
import { FIRST_PREV_HASH, hashOfEntry } from "@/server/services/audit/audit-entry";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";

function exportedChain(length: number): string[] {
  const lines: string[] = [];
  let prev_hash = FIRST_PREV_HASH;
  for (let seq = 1; seq <= length; seq++) {
    const at = new Date(1_700_000_000_000 + seq).toISOString();
    const what = {
      actor: "key_1",
      action: "job.created",
      target: `job_${seq}`,
      details: { workflow: "wfl_1/1", session: null },
    };
    const entry = { chain: "ten_1", seq, id: `aud_${seq}`, tenant_id: "ten_1", at, ...what, prev_hash };
    prev_hash = hashOfEntry(entry);
    lines.push(JSON.stringify({ ...entry, hash: prev_hash }));
  }
  return lines;
}

test("one byte changed anywhere in an export of 100,000 entries names its line", async () => {
  const lines = exportedChain(100_000);
  expect(await verifyAuditLines(lines)).toMatchObject({ intact: true, entries: 100_000 });
  for (const line of [1, 2, 777, 50_000, 99_999, 100_000]) {
    const text = lines[line - 1];
    const at = (line * 7919) % text.length;
    const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
    expect(await verifyAuditLines(lines.with(line - 1, changed))).toMatchObject({ intact: false, line });
  }
});

test("every single byte of an entry counts", async () => {
  const lines = exportedChain(3);
  for (let at = 0; at < lines[1].length; at++) {
    for (const bit of [1, 2, 4, 8, 16, 32]) {
      const changed =
        lines[1].slice(0, at) + String.fromCharCode(lines[1].charCodeAt(at) ^ bit) + lines[1].slice(at + 1);
      expect(await verifyAuditLines(lines.with(1, changed))).toMatchObject({ intact: false, line: 2 });
    }
  }
});

test("added members, white space and repeated names are findings", async () => {
  const [line] = exportedChain(1);
  for (const changed of [`${line} `, line.replace("{", '{"note":1,'), line.replace("{", '{"actor":"x",'), "[]", ""]) {
    expect(await verifyAuditLines([changed])).toMatchObject({ intact: false, line: 1 });
  }
});
