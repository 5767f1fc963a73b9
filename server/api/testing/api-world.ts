import { createHmac } from "node:crypto";
import { createTestWorld, type TestWorld } from "@/server/adapters/testing/test-world";
import type { Endpoint } from "@/server/contract/endpoint";
import { canonicalString, sha256Hex } from "@/server/contract/signing";
import type { CreatedKey } from "@/server/services/keys/create-key";
import type { Adapters } from "@/server/services/ports";

type RouteModule = Record<string, (request: Request, route: object) => Promise<Response>>;

/** Every route file under app/v1, by its path: `/v1/kyc/jobs/[id]`. */
const modules = (import.meta as unknown as { glob(pattern: string): Record<string, () => Promise<RouteModule>> }).glob(
  "/app/v1/**/route.ts",
);
export const routes = new Map(
  Object.entries(modules).map(([file, load]) => [file.replace(/^.*?\/app(\/v1\/.*)\/route\.ts$/, "$1"), load]),
);

/** One request to be made; what is left out is right. */
export interface Ask {
  readonly key: CreatedKey;
  readonly params?: Readonly<Record<string, string>>;
  /** With its question mark. */
  readonly query?: string;
  readonly method?: string;
  /** JSON value, or raw bytes with their own content type. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timestamp?: string;
  /** Changes the headers after signing: to spoil them, or to leave some out. */
  readonly tamper?: (headers: Headers) => void;
}

export interface ApiWorld extends TestWorld {
  /** Signs, finds the route file and calls what it exports, as Next does. */
  ask(endpoint: Pick<Endpoint, "path" | "method">, ask: Ask): Promise<Response>;
  /** The signed request alone, for sending it more than once. */
  signed(endpoint: Pick<Endpoint, "path" | "method">, ask: Ask): Promise<() => Promise<Response>>;
}

/** The real route files over a database of their own. Addresses come from `x-forwarded-for`, as behind one proxy. */
export async function createApiWorld(given: Partial<Adapters> = {}): Promise<ApiWorld> {
  const world = await createTestWorld(given);
  const holder = globalThis as Record<symbol, unknown>;
  holder[Symbol.for("veriflow.adapters")] = world.adapters;
  holder[Symbol.for("veriflow.env")] = {
    TRUSTED_PROXIES: 1,
    BASE_URL: "https://verify.example",
    PORT: 3000,
    RATE_LIMIT_SERVER_MINUTE: 0,
  };
  const signed: ApiWorld["signed"] = async (endpoint, ask) => {
    const method = ask.method ?? endpoint.method;
    const params = Object.fromEntries(Object.entries(ask.params ?? {}));
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name) => params[name]) + (ask.query ?? "");
    const body = bytesOf(method, ask.body);
    const headers = new Headers({ "x-forwarded-for": "198.51.100.7", ...ask.headers });
    if (body.length > 0 && !headers.has("content-type")) headers.set("content-type", "application/json");
    const timestamp = ask.timestamp ?? nextTimestamp();
    const canonical = canonicalString({ timestamp, method, path, bodySha256: await sha256Hex(body) });
    headers.set("x-api-key", ask.key.id);
    headers.set("x-api-timestamp", timestamp);
    headers.set("x-api-sign", createHmac("sha256", ask.key.secret).update(canonical).digest("hex"));
    ask.tamper?.(headers);
    const route = await routes.get(endpoint.path.replace(/\{(\w+)\}/g, "[$1]"))!();
    return () => {
      const request = new Request(`https://verify.example${path}`, {
        method,
        headers,
        ...(body.length > 0 ? { body } : {}),
      });
      return route[method](request, { params: Promise.resolve(params) });
    };
  };
  return { ...world, signed, ask: async (endpoint, ask) => (await signed(endpoint, ask))() };
}

let last = 0;
/** Milliseconds, each given out once, so that equal requests are not replays. */
function nextTimestamp(): string {
  last = Math.max(last + 1, Date.now());
  return String(last);
}

function bytesOf(method: string, body: unknown): Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return body as Uint8Array<ArrayBuffer>;
  if (method !== "POST" && body === undefined) return new Uint8Array();
  return new TextEncoder().encode(JSON.stringify(body ?? {}));
}
