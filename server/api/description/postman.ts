import { convert } from "openapi-to-postmanv2";
import type { JsonSchema } from "@/server/api/description/json-schema";
import { SIGNING_SCRIPT } from "@/server/api/description/postman-signing";

/**
 * The OpenAPI description as a Postman collection (v2.1) whose pre-request script signs every request with the
 * variables `baseUrl`, `apiKey` and `apiSecret`. Bodies are JSON: a script cannot see the boundary of a multipart body
 * before it is sent.
 */
export async function postmanCollection(openapi: JsonSchema): Promise<JsonSchema> {
  const { security: _, webhooks: __, ...unsigned } = withoutMultipart(openapi) as JsonSchema;
  const made = await converted(unsigned);
  return {
    ...(withFreshKeys(made) as JsonSchema),
    event: [{ listen: "prerequest", script: { type: "text/javascript", exec: SIGNING_SCRIPT.split("\n") } }],
    variable: [
      { key: "baseUrl", value: "http://localhost:3000", type: "string" },
      { key: "apiKey", value: "", type: "string" },
      { key: "apiSecret", value: "", type: "string" },
    ],
  };
}

function converted(openapi: JsonSchema): Promise<JsonSchema> {
  const options = {
    folderStrategy: "Tags",
    requestParametersResolution: "Example",
    exampleParametersResolution: "Example",
  };
  return new Promise((resolve, reject) => {
    convert({ type: "json", data: openapi as never }, options as never, (error, result) => {
      const collection = result?.result ? result.output?.[0]?.data : undefined;
      if (collection) resolve(collection as unknown as JsonSchema);
      else reject(error ?? new Error(`The Postman collection could not be made: ${result?.reason}`));
    });
  });
}

function withoutMultipart(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMultipart);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "multipart/form-data");
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutMultipart(inner)]));
}

/** Postman makes a new UUID at every send, so that two tries of a developer are two requests. */
function withFreshKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFreshKeys);
  if (typeof value !== "object" || value === null) return value;
  const fresh = (value as { key?: unknown }).key === "Idempotency-Key" ? { value: "{{$guid}}" } : {};
  return { ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFreshKeys(inner)])), ...fresh };
}
