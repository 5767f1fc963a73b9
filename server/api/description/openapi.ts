import { type JsonSchema, toJsonSchema } from "@/server/api/description/json-schema";
import { multipartSchema } from "@/server/api/description/multipart-schema";
import { ANSWER_HEADERS, refusals, sharedRefusals } from "@/server/api/description/refusal-responses";
import { takesPictures } from "@/server/api/request/body-limit";
import { type Endpoint, ErrorEnvelope } from "@/server/contract/endpoint";
import { API_VERSION, EVENTS, WebhookBody } from "@/server/contract/events";
import { TAGS } from "@/server/contract/tags";
import { endpointList } from "@/server/contract/v1/index";

type Components = Record<string, JsonSchema>;

const DESCRIPTION = `Verifies people by a live picture and an identity document.

Every request is signed: \`X-API-SIGN = hex(hmac_sha256(secret, timestamp + "\\n" + method + "\\n" + path + "\\n" + body_sha256))\`,
over the raw body and the path with its query string as sent. \`X-API-TIMESTAMP\` is Unix time in seconds (fractions allowed) or
13 digits of milliseconds, at most five minutes from the server's clock. A signature is accepted once.`;

/** The OpenAPI 3.1 description of the public API, read off the endpoint values. */
export function openApi(): JsonSchema {
  const schemas: Components = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpointList) {
    paths[endpoint.path] ??= {};
    paths[endpoint.path][endpoint.method.toLowerCase()] = operation(endpoint, schemas);
  }
  toJsonSchema(ErrorEnvelope, "output", schemas);
  const webhooks = Object.fromEntries(
    Object.keys(EVENTS).map((type) => [type, webhook(type as keyof typeof EVENTS, schemas)]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "veriFlow API",
      version: API_VERSION,
      description: DESCRIPTION,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "The server that this description came from." }],
    security: [{ key: [], timestamp: [], signature: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    webhooks,
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-API-KEY", description: "vf_test_… or vf_live_…" },
        timestamp: { type: "apiKey", in: "header", name: "X-API-TIMESTAMP", description: "Unix time of signing." },
        signature: { type: "apiKey", in: "header", name: "X-API-SIGN", description: "HMAC-SHA-256 in hex." },
      },
      headers: HEADERS,
      responses: sharedRefusals(),
      schemas,
    },
  };
}

const text = (description: string) => ({ description, schema: { type: "string" } });
const HEADERS = {
  RateLimit: text('What is left of each window and seconds until it starts anew: `"minute";r=59;t=60`.'),
  RateLimitPolicy: text('The windows: `"minute";q=60;w=60, "day";q=50000;w=86400, "tenant";q=600;w=60`.'),
  TraceId: text("Names this request in the logs."),
  RetryAfter: { description: "Seconds to wait.", schema: { type: "integer" } },
};

function operation(endpoint: Endpoint, schemas: Components): JsonSchema {
  const billed = endpoint.billed ? ` Metered as \`${endpoint.billed}\`.` : "";
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: `${endpoint.description} Needs the scope \`${endpoint.scope}\`.${billed}`,
    parameters: parameters(endpoint, schemas),
    ...(endpoint.method === "POST" ? { requestBody: requestBody(endpoint, schemas) } : {}),
    responses: {
      [endpoint.status]: {
        description: "Done.",
        headers: ANSWER_HEADERS,
        content: {
          "application/json": {
            schema: toJsonSchema(endpoint.output, "output", schemas),
            example: endpoint.example.output,
          },
        },
      },
      ...refusals(endpoint),
    },
  };
}

function parameters(endpoint: Endpoint, schemas: Components): JsonSchema[] {
  const of = (place: "path" | "query", schema: JsonSchema) =>
    Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(([name, inner]) => ({
      name,
      in: place,
      required: place === "path" || ((schema.required ?? []) as string[]).includes(name),
      schema: inner,
    }));
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "The same key with the same request gets the same answer for 24 hours, and acts once.",
    schema: { type: "string", maxLength: 255 },
  };
  return [
    ...of("path", toJsonSchema(endpoint.params, "input", schemas)),
    ...of("query", toJsonSchema(endpoint.query, "input", schemas)),
    ...(endpoint.method === "POST" ? [key] : []),
  ];
}

function requestBody(endpoint: Endpoint, schemas: Components): JsonSchema {
  const schema = toJsonSchema(endpoint.body, "input", schemas);
  const json = { schema, ...(endpoint.example.body === undefined ? {} : { example: endpoint.example.body }) };
  const form = takesPictures(endpoint) ? { "multipart/form-data": { schema: multipartSchema(schema) } } : {};
  return { required: endpoint.example.body !== undefined, content: { "application/json": json, ...form } };
}

function webhook(type: keyof typeof EVENTS, schemas: Components): JsonSchema {
  const { summary, data } = EVENTS[type];
  const body = toJsonSchema(WebhookBody.extend({ data }), "output", schemas);
  return {
    post: {
      operationId: `on.${type}`,
      summary,
      description: "Signed as Standard Webhooks says: `webhook-id`, `webhook-timestamp`, `webhook-signature`.",
      security: [],
      requestBody: { content: { "application/json": { schema: body } } },
      responses: { "2XX": { description: "Received." }, "410": { description: "Send no more to this address." } },
    },
  };
}
