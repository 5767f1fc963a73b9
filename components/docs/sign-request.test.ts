import { expect, test } from "vitest";
import { signRequest } from "@/components/docs/sign-request";
import { sha256Hex, signature } from "@/server/contract/signing";

const signer = { keyId: "vf_test_a", secret: "s3cret" };
const page = new URL("https://verify.example/docs/api");

async function expectSigned(
  request: Awaited<ReturnType<typeof signRequest>>,
  method: string,
  path: string,
): Promise<void> {
  const body = new Uint8Array(await new Response(request.body ?? null).arrayBuffer());
  const parts = { timestamp: request.headers["X-API-TIMESTAMP"], method, path, bodySha256: await sha256Hex(body) };
  expect(request.headers["X-API-SIGN"]).toBe(await signature(signer.secret, parts));
}

test("JSON is signed as it will be sent", async () => {
  const request = {
    url: "/v1/kya/check",
    method: "post",
    headers: { "Content-Type": "application/json" },
    body: '{"a":"ü"}',
  };
  const signed = await signRequest(request, signer, page);
  await expectSigned(signed, "POST", "/v1/kya/check");
  expect(signed.headers["Content-Type"]).toBe("application/json");
});

test("a form is packed first, so that its boundary is under the signature", async () => {
  const body = new FormData();
  body.append("image_live", new Blob([new Uint8Array([1, 2, 3])]), "a.jpg");
  const request = {
    url: "/v1/liveness/analyze",
    method: "POST",
    headers: { "content-type": "multipart/form-data" },
    body,
  };
  const signed = await signRequest(request, signer, page);
  await expectSigned(signed, "POST", "/v1/liveness/analyze");
  const boundary = signed.headers["Content-Type"].split("boundary=")[1];
  expect(await new Response(signed.body).text()).toContain(boundary);
});

test("the query string is under the signature", async () => {
  const signed = await signRequest({ url: "https://verify.example/v1/kyc/jobs?limit=2", headers: {} }, signer, page);
  await expectSigned(signed, "GET", "/v1/kyc/jobs?limit=2");
});

test("nothing is signed for the description or for another origin", async () => {
  for (const url of ["/openapi.json", "https://elsewhere.example/v1/kyc/jobs"]) {
    expect((await signRequest({ url, headers: {} }, signer, page)).headers).toEqual({});
  }
});
