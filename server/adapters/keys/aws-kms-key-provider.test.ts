import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awsKmsKeyProvider } from "@/server/adapters/keys/aws-kms-key-provider";
import { openEnvelope, sealEnvelope } from "@/server/adapters/keys/envelope";
import type { KeyProvider } from "@/server/adapters/keys/key-provider";
import { makeKeys } from "@/server/adapters/keys/keys";

/** Speaks the two calls of the service, with a master key that stays with it. */
const master = new Uint8Array(32).fill(9);
const calls: string[] = [];
const service = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { authorization = "", "x-amz-target": target = "", "x-amz-date": date } = request.headers;
  calls.push(String(target));
  const signed = /^AWS4-HMAC-SHA256 Credential=AK\/\d{8}\/eu-west-1\/kms\/aws4_request, .*Signature=[0-9a-f]{64}$/;
  const { KeyId, Plaintext, CiphertextBlob, EncryptionContext } = JSON.parse(body);
  try {
    if (!signed.test(authorization) || !date || KeyId !== "alias/veriflow") throw new Error("refused");
    const context = JSON.stringify(EncryptionContext);
    const answer =
      target === "TrentService.Encrypt"
        ? {
            CiphertextBlob: Buffer.from(sealEnvelope(master, Buffer.from(Plaintext, "base64"), context)).toString(
              "base64",
            ),
          }
        : {
            Plaintext: Buffer.from(openEnvelope(master, Buffer.from(CiphertextBlob, "base64"), context)).toString(
              "base64",
            ),
          };
    response.setHeader("content-type", "application/x-amz-json-1.1").end(JSON.stringify(answer));
  } catch {
    response.writeHead(400).end(JSON.stringify({ __type: "InvalidCiphertextException" }));
  }
});
let provider: (keyId?: string) => KeyProvider;
beforeAll(async () => {
  await new Promise<void>((ready) => service.listen(0, "127.0.0.1", ready));
  const endpoint = `http://127.0.0.1:${(service.address() as { port: number }).port}/`;
  const account = { region: "eu-west-1", accessKeyId: "AK", secretAccessKey: "secret", endpoint };
  provider = (keyId = "alias/veriflow") => awsKmsKeyProvider({ keyId, ...account });
});
afterAll(() => service.close());

test("data keys are wrapped by the service and opened by it, in any process", async () => {
  const { key, sealed } = await makeKeys(provider()).makeDataKey("master");
  const again = await makeKeys(provider()).openDataKey(sealed, "master");
  expect(again.bytes).toEqual(key.bytes);
  expect(Buffer.from(sealed).includes(Buffer.from(key.bytes))).toBe(false);
});

test("a process asks once for the same key, not at every request", async () => {
  const keys = makeKeys(provider());
  const { sealed } = await keys.makeDataKey("master");
  const before = calls.length;
  for (let i = 0; i < 20; i++) await keys.openDataKey(sealed, "master");
  expect(calls.length - before).toBe(1);
});

test("another context is refused by the service, and so is an unknown key", async () => {
  const sealed = await provider().seal(Uint8Array.of(1), "here");
  await expect(provider().open(sealed, "elsewhere")).rejects.toMatchObject({ code: "unavailable" });
  await expect(provider("alias/other").open(sealed, "here")).rejects.toMatchObject({ code: "unavailable" });
});
