import { AwsClient } from "aws4fetch";
import type { KeyProvider } from "@/server/adapters/keys/key-provider";
import { AppError } from "@/server/contract/errors";

export interface AwsKmsOptions {
  /** Id, alias or ARN of a symmetric key. */
  readonly keyId: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Amazon's where it is left out. */
  readonly endpoint?: string;
}

const TIMEOUT_MS = 5_000;
/** How long an opened key may be kept in memory, so that not every request asks Amazon; and how many. */
const KEEP_MS = 5 * 60_000;
const KEEP = 2_000;

/**
 * AWS KMS (API 2014-11-01, Encrypt and Decrypt): the master key never leaves it, the context is its encryption context.
 * AppError `unavailable` where it cannot be reached or refuses.
 */
export function awsKmsKeyProvider(options: AwsKmsOptions): KeyProvider {
  const { keyId, region, accessKeyId, secretAccessKey, sessionToken } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, sessionToken, region, service: "kms", retries: 2 });
  const url = options.endpoint ?? `https://kms.${region}.amazonaws.com/`;
  const call = async (action: "Encrypt" | "Decrypt", body: object): Promise<Record<string, string>> => {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": `TrentService.${action}` };
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const answer = await client.fetch(url, { method: "POST", headers, body: JSON.stringify(body), signal });
      if (answer.ok) return (await answer.json()) as Record<string, string>;
      throw new Error(`${action} was answered ${answer.status} by the key service`);
    } catch (cause) {
      throw Object.assign(new AppError("unavailable", { service: "key_management" }, 5), { cause });
    }
  };
  const opened = new Map<string, { bytes: Uint8Array<ArrayBuffer>; until: number }>();
  return {
    name: keyId,
    async seal(plain, context) {
      const asked = { KeyId: keyId, Plaintext: base64(plain), EncryptionContext: { context } };
      return bytesOf((await call("Encrypt", asked)).CiphertextBlob);
    },
    async open(sealed, context) {
      const name = `${context}\n${base64(sealed)}`;
      const known = opened.get(name);
      if (known && known.until > Date.now()) return known.bytes.slice();
      const asked = { KeyId: keyId, CiphertextBlob: base64(sealed), EncryptionContext: { context } };
      const bytes = bytesOf((await call("Decrypt", asked)).Plaintext);
      opened.delete(name);
      opened.set(name, { bytes, until: Date.now() + KEEP_MS });
      for (const oldest of opened.keys()) if (opened.size > KEEP) opened.delete(oldest);
      return bytes.slice();
    },
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "base64"));
}
