import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { openApi } from "@/server/api/description/openapi";
import { postmanCollection } from "@/server/api/description/postman";
import { SIGNING_SCRIPT } from "@/server/api/description/postman-signing";
import { sha256Hex, signature } from "@/server/contract/signing";
import { endpointList } from "@/server/contract/v1/index";

/** Runs the script as Postman does: with `pm` and the real crypto-js. */
function sign(method: string, path: string, body: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  const variables: Record<string, string> = { apiKey: "vf_test_a", apiSecret: "s3cret-ü" };
  const pm = {
    request: {
      method,
      url: { getPathWithQuery: () => path },
      body: body === undefined ? undefined : { mode: "raw", raw: body, update: () => undefined },
      headers: { upsert: ({ key, value }: { key: string; value: string }) => (headers[key] = value) },
    },
    variables: { get: (name: string) => variables[name], replaceIn: (text: string) => text },
  };
  runInNewContext(SIGNING_SCRIPT, { pm, require: createRequire(import.meta.url), Date, String });
  return headers;
}

test.each([
  ["GET", "/v1/kyc/jobs?limit=2&reference=O'Brien", undefined],
  ["POST", "/v1/kya/check", '{"full_name":"Zoë Œuvre 李"}'],
] as const)("the Postman script signs %s %s as the specification says", async (method, path, body) => {
  const headers = sign(method, path, body);
  const bodySha256 = await sha256Hex(new TextEncoder().encode(body ?? ""));
  const parts = { timestamp: headers["X-API-TIMESTAMP"], method, path, bodySha256 };
  expect(headers["X-API-KEY"]).toBe("vf_test_a");
  expect(headers["X-API-SIGN"]).toBe(await signature("s3cret-ü", parts));
});

test("the collection holds every endpoint and the signing script", async () => {
  const collection = (await postmanCollection(openApi())) as unknown as {
    item: { item: { request: { method: string; url: { path: string[] } } }[] }[];
    event: { listen: string; script: { exec: string[] } }[];
  };
  const flat = (function all(items: readonly { item?: readonly object[] }[]): object[] {
    return items.flatMap((i) => (i.item ? all(i.item as never) : [i]));
  })(collection.item) as (typeof collection.item)[number]["item"];
  const listed = flat.map(({ request }) => `${request.method} /${request.url.path.join("/")}`).sort();
  const declared = endpointList.map((e) => `${e.method} ${e.path.replace(/\{(\w+)\}/g, ":$1")}`).sort();
  expect(listed).toEqual(declared);
  expect(collection.event[0].script.exec.join("\n")).toBe(SIGNING_SCRIPT);
});
