import { inspect } from "node:util";
import { expect, test } from "vitest";
import { makeKeys } from "@/server/adapters/keys/keys";
import { localKeyProvider } from "@/server/adapters/keys/local-key-provider";

const filled = (byte: number) => new Uint8Array(32).fill(byte);
const keys = makeKeys(localKeyProvider(filled(1)));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("what was sealed opens with the same key and context", async () => {
  const { key, sealed } = await keys.makeDataKey("master");
  const value = await keys.seal(key, "Anna Eriksson", "job.title_sealed:job_1");
  const reopened = await keys.openDataKey(sealed, "master");
  expect(text(await keys.open(reopened, value, "job.title_sealed:job_1"))).toBe("Anna Eriksson");
});

test("a sealed value does not open in another row, with another key, or with any bit changed", async () => {
  const { key } = await keys.makeDataKey("master");
  const { key: other } = await keys.makeDataKey("master");
  const value = await keys.seal(key, "x", "job.title_sealed:job_1");
  await expect(keys.open(key, value, "job.title_sealed:job_2")).rejects.toThrow("belongs elsewhere");
  await expect(keys.open(other, value, "job.title_sealed:job_1")).rejects.toThrow("another key");
  for (let i = 0; i < value.length; i++) {
    const changed = value.slice();
    changed[i] ^= 1;
    await expect(keys.open(key, changed, "job.title_sealed:job_1")).rejects.toThrow();
  }
});

test("the same text is never sealed to the same bytes, and no byte of it shows", async () => {
  const { key } = await keys.makeDataKey("master");
  const [a, b] = [await keys.seal(key, "secretsecret", "c"), await keys.seal(key, "secretsecret", "c")];
  expect(Buffer.compare(a, b)).not.toBe(0);
  expect(Buffer.from(a).includes("secret")).toBe(false);
});

test("after the master key was rotated, what the old one sealed still opens and the new one seals", async () => {
  const { key, sealed } = await keys.makeDataKey("master");
  const rotated = makeKeys(localKeyProvider(filled(2), [filled(1)]));
  expect((await rotated.openDataKey(sealed, "master")).bytes).toEqual(key.bytes);
  const fresh = await rotated.makeDataKey("master");
  await expect(keys.openDataKey(fresh.sealed, "master")).rejects.toThrow("another master key");
});

test("a key does not show when it is printed or logged", async () => {
  const { key } = await keys.makeDataKey("master");
  expect(JSON.stringify({ key })).toBe('{"key":{}}');
  expect(inspect({ key }, { depth: 5 })).not.toContain("Uint8Array");
});
