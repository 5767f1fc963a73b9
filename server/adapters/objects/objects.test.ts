import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectsInFolder } from "@/server/adapters/objects/objects-folder";
import { objectsInS3, type S3Options } from "@/server/adapters/objects/objects-s3";
import type { ObjectStore } from "@/server/services/ports";

const folder = mkdtempSync(join(tmpdir(), "veriflow-objects-"));
const local = join(folder, "local");
let s3: { close(): Promise<void> };
let options: S3Options;

beforeAll(async () => {
  const S3rver = createRequire(import.meta.url)("s3rver");
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: join(folder, "s3"),
    configureBuckets: [{ name: "media" }],
  });
  const { port } = await server.run();
  s3 = server;
  options = {
    bucket: "media",
    region: "us-east-1",
    endpoint: `http://127.0.0.1:${port}/`,
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  };
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

const stores: [name: string, open: () => ObjectStore][] = [
  ["a folder", () => objectsInFolder(local)],
  ["S3", () => objectsInS3(options)],
];

describe.each(stores)("objects in %s", (_, open) => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256);

  test("come back byte for byte, also after they were replaced", async () => {
    const store = open();
    await store.put("ten_1/job_1/med_1", Uint8Array.of(1, 2));
    await store.put("ten_1/job_1/med_1", bytes);
    expect(Buffer.compare(await store.get("ten_1/job_1/med_1"), bytes)).toBe(0);
  });

  test("are gone once deleted, and deleting twice is no error", async () => {
    const store = open();
    await store.put("ten_1/gone", bytes);
    await store.delete("ten_1/gone");
    await store.delete("ten_1/gone");
    await expect(store.get("ten_1/gone")).rejects.toMatchObject({ code: "not_found" });
  });

  test("are listed by prefix, all of them, with the time they were written", async () => {
    const store = open();
    const keys = Array.from({ length: 40 }, (_, i) => `ten_9/job_${i % 7}/med_${i}`);
    for (const key of [...keys, "ten_90/other"]) await store.put(key, Uint8Array.of(1));
    const seen: string[] = [];
    for await (const { key, writtenAt } of store.list("ten_9/")) {
      seen.push(key);
      expect(Math.abs(Date.now() - writtenAt.getTime())).toBeLessThan(600_000);
    }
    expect(seen.sort()).toEqual(keys.sort());
    for await (const { key } of store.list("ten_none/")) expect(key).toBe("nothing");
  });

  test.each(["../outside", "/absolute", "a/../../b", "a//b", "", "a/.hidden", "a\u0000b", "a?b"])(
    "have no name like %j",
    async (key) => {
      await expect(open().put(key, bytes)).rejects.toThrow("no name of an object");
    },
  );

  test("have no endless names", async () => {
    await expect(open().put("x".repeat(501), bytes)).rejects.toThrow("no name of an object");
  });
});

test("files of objects can be read by their owner alone, and no half-written one is left", async () => {
  await objectsInFolder(local).put("ten_2/job_1/med_1", Uint8Array.of(1));
  expect(statSync(join(local, "ten_2/job_1/med_1")).mode & 0o077).toBe(0);
  expect(readdirSync(join(local, "ten_2/job_1"))).toEqual(["med_1"]);
});

test("a store that is away, or refuses, is `unavailable`", async () => {
  const away = objectsInS3({ ...options, endpoint: "http://127.0.0.1:1" });
  await expect(away.get("a")).rejects.toMatchObject({ code: "unavailable", status: 503 });
  const refused = objectsInS3({ ...options, bucket: "no-such-bucket" });
  await expect(refused.put("a", Uint8Array.of(1))).rejects.toMatchObject({ code: "unavailable" });
  await expect(refused.get("a")).rejects.toMatchObject({ code: "unavailable" });
  await expect(refused.delete("a")).rejects.toMatchObject({ code: "unavailable" });
});

test("a listing of several pages is followed to its end", async () => {
  const asked: (string | null)[] = [];
  const pages = createServer((request, response) => {
    const token = new URL(`http://x${request.url}`).searchParams.get("continuation-token");
    asked.push(token);
    const content = `<Contents><Key>ten_1/med_${asked.length}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`;
    const next = asked.length < 3 ? `<NextContinuationToken>a&amp;b=${asked.length}</NextContinuationToken>` : "";
    response.end(`<?xml version="1.0"?><ListBucketResult>${content}${next}</ListBucketResult>`);
  });
  await new Promise<void>((ready) => pages.listen(0, "127.0.0.1", ready));
  const { port } = pages.address() as { port: number };
  const keys: string[] = [];
  for await (const { key } of objectsInS3({ ...options, endpoint: `http://127.0.0.1:${port}` }).list("ten_1/"))
    keys.push(key);
  expect(keys).toEqual(["ten_1/med_1", "ten_1/med_2", "ten_1/med_3"]);
  expect(asked).toEqual([null, "a&b=1", "a&b=2"]);
  pages.close();
});

test("a locked object is asked for in compliance mode with its checksum, and a folder promises no lock", async () => {
  const seen: Record<string, unknown>[] = [];
  const store = createServer((request, response) => {
    seen.push(request.headers);
    request.resume().on("end", () => response.end());
  });
  await new Promise<void>((ready) => store.listen(0, "127.0.0.1", ready));
  const { port } = store.address() as { port: number };
  const lockUntil = new Date("2030-01-01T00:00:00Z");
  const s3 = objectsInS3({ ...options, endpoint: `http://127.0.0.1:${port}` });
  await s3.put("audit/ten_1/1-2.jsonl", Buffer.from("abc"), { lockUntil });
  store.close();
  expect(seen[0]).toMatchObject({
    "x-amz-object-lock-mode": "COMPLIANCE",
    "x-amz-object-lock-retain-until-date": "2030-01-01T00:00:00.000Z",
    "content-md5": "kAFQmDzST7DWlj99KOF/cg==",
  });
  expect(seen[0].authorization).toContain("x-amz-object-lock-mode");
  const refused = objectsInFolder(local).put("audit/1", Uint8Array.of(1), { lockUntil });
  await expect(refused).rejects.toMatchObject({ code: "unavailable" });
});
