import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChainedEntry, FIRST_PREV_HASH, hashOfEntry } from "@/server/services/audit/audit-entry";
import { verifyAuditChain } from "@/server/services/audit/verify-audit-chain";

function chainOf(length: number, chain = "ten_1"): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const entry = {
      chain,
      seq,
      id: `aud_${seq}`,
      tenant_id: chain,
      at: new Date(1_700_000_000_000 + seq).toISOString(),
      actor: "system",
      action: "job.created",
      target: `job_${seq}`,
      details: { environment: "test", n: seq },
      prev_hash: entries.at(-1)?.hash ?? FIRST_PREV_HASH,
    };
    entries.push({ ...entry, hash: hashOfEntry(entry) });
  }
  return entries;
}

test("an untouched chain is intact, and so is an empty one", () => {
  const entries = chainOf(50);
  expect(verifyAuditChain(entries)).toEqual({ intact: true, entries: 50, head: entries[49].hash });
  expect(verifyAuditChain([])).toEqual({ intact: true, entries: 0, head: FIRST_PREV_HASH });
});

test("one changed character anywhere in a chain names the entry it is in", () => {
  const lines = chainOf(40).map((entry) => JSON.stringify(entry));
  fc.assert(
    fc.property(fc.nat(39), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (index, where) => {
      const line = lines[index];
      const at = Math.floor(where * line.length);
      const changed = line.slice(0, at) + (line[at] === "7" ? "8" : "7") + line.slice(at + 1);
      let parsed: ChainedEntry;
      try {
        parsed = JSON.parse(changed) as ChainedEntry;
      } catch {
        return;
      }
      const entries = lines.map((text, i) => (i === index ? parsed : (JSON.parse(text) as ChainedEntry)));
      expect(verifyAuditChain(entries)).toMatchObject({ intact: false, at: index });
    }),
  );
});

test("a removed, repeated, swapped or foreign entry is named even where each hash is right", () => {
  const entries = chainOf(10);
  expect(verifyAuditChain(entries.toSpliced(4, 1))).toMatchObject({
    intact: false,
    at: 4,
    problem: "missing_or_moved",
  });
  expect(verifyAuditChain(entries.toSpliced(4, 0, entries[3]))).toMatchObject({ intact: false, at: 4 });
  expect(verifyAuditChain(entries.with(2, entries[3]).with(3, entries[2]))).toMatchObject({ intact: false, at: 2 });
  expect(verifyAuditChain(entries.with(5, chainOf(10, "ten_2")[5]))).toMatchObject({ problem: "other_chain" });
});

test("an entry rewritten with its hash made anew is named by the link of the next", () => {
  const entries = chainOf(10);
  const forged = { ...entries[4], actor: "nobody" };
  const rewritten = entries.with(4, { ...forged, hash: hashOfEntry(forged) });
  expect(verifyAuditChain(rewritten)).toMatchObject({ intact: false, at: 5, problem: "link_broken" });
});
