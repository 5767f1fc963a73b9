import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { checkObjectKey, checkPrefix } from "@/server/adapters/objects/object-key";
import { AppError } from "@/server/contract/errors";
import type { ObjectStore, StoredObject } from "@/server/services/ports";

export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  /** Address of an S3-compatible service; Amazon's where it is left out. */
  readonly endpoint?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const TIMEOUT_MS = 20_000;

/** Objects in a bucket, addressed by path. AppError `unavailable` where the store cannot be reached or refuses. */
export function objectsInS3(options: S3Options): ObjectStore {
  const { accessKeyId, secretAccessKey, region } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 3 });
  const base = `${options.endpoint?.replace(/\/$/, "") ?? `https://s3.${region}.amazonaws.com`}/${options.bucket}`;
  const send = (method: string, key: string, body?: Uint8Array, headers?: Record<string, string>): Promise<Response> =>
    request(method, `${base}/${checkObjectKey(key)}`, body, headers);
  const request = async (
    method: string,
    url: string,
    body?: Uint8Array,
    headers?: Record<string, string>,
  ): Promise<Response> => {
    try {
      return await client.fetch(url, {
        method,
        headers,
        body: body as BodyInit,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (cause) {
      throw Object.assign(new AppError("unavailable", { service: "object_store" }, 5), { cause });
    }
  };
  const refuse = (method: string, answer: Response): never => {
    const cause = new Error(`${method} was answered ${answer.status} by the object store`);
    throw Object.assign(new AppError("unavailable", { service: "object_store" }, 5), { cause });
  };
  return {
    async put(key, bytes, { lockUntil } = {}) {
      const answer = await send("PUT", key, bytes, lockUntil && lockHeaders(bytes, lockUntil));
      if (!answer.ok) refuse("PUT", answer);
    },
    async get(key) {
      const answer = await send("GET", key);
      // A missing bucket is 404 as well, and no reason to think that the object is gone.
      if (answer.status === 404 && (await answer.text()).includes("NoSuchKey")) {
        throw new AppError("not_found", { object: key });
      }
      if (!answer.ok) refuse("GET", answer);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async delete(key) {
      const answer = await send("DELETE", key);
      if (!answer.ok) refuse("DELETE", answer);
    },
    async *list(prefix) {
      const query = new URLSearchParams({ "list-type": "2", prefix: checkPrefix(prefix) });
      for (;;) {
        const answer = await request("GET", `${base}?${query}`);
        if (!answer.ok) refuse("LIST", answer);
        const page = readListing(await answer.text());
        yield* page.objects;
        if (!page.next) return;
        query.set("continuation-token", page.next);
      }
    },
  };
}

/** ListObjectsV2's XML. Our own keys hold nothing that XML writes otherwise; the token may. */
function readListing(xml: string): { objects: StoredObject[]; next: string | undefined } {
  const read = (text: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, content]) => ({
    key: read(content, "Key") ?? "",
    writtenAt: new Date(read(content, "LastModified") ?? Number.NaN),
  }));
  const next = read(xml, "NextContinuationToken")?.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return { objects, next: next?.replaceAll("&quot;", '"').replaceAll("&amp;", "&") };
}

/** Compliance mode: not even the account's owner shortens it. S3 wants the body's MD5 with it. */
function lockHeaders(bytes: Uint8Array, until: Date): Record<string, string> {
  return {
    "content-md5": createHash("md5").update(bytes).digest("base64"),
    "x-amz-object-lock-mode": "COMPLIANCE",
    "x-amz-object-lock-retain-until-date": until.toISOString(),
  };
}
