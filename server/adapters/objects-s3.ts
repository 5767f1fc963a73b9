import { AwsClient } from "aws4fetch";
import { checkObjectKey } from "@/server/adapters/object-key";
import { AppError } from "@/server/contract/errors";
import type { ObjectStore } from "@/server/services/ports";

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
  const send = async (method: string, key: string, body?: Uint8Array): Promise<Response> => {
    const url = `${base}/${checkObjectKey(key)}`;
    try {
      return await client.fetch(url, { method, body: body as BodyInit, signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (cause) {
      throw Object.assign(new AppError("unavailable", { service: "object_store" }, 5), { cause });
    }
  };
  const refuse = (method: string, answer: Response): never => {
    const cause = new Error(`${method} was answered ${answer.status} by the object store`);
    throw Object.assign(new AppError("unavailable", { service: "object_store" }, 5), { cause });
  };
  return {
    async put(key, bytes) {
      const answer = await send("PUT", key, bytes);
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
  };
}
