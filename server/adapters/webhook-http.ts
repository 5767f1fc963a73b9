import { lookup as resolve } from "node:dns";
import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopback, isPublicAddress } from "@/server/adapters/public-address";
import type { WebhookAnswer } from "@/server/domain/webhooks/judge-answer";
import type { WebhookSender } from "@/server/services/ports";

const KEPT_BODY_BYTES = 8 * 1024;

export interface WebhookHttpOptions {
  /** Beside public addresses: none, this machine's own, or all (`WEBHOOK_ALLOW_PRIVATE`). */
  readonly allow: "public" | "loopback" | "private";
  /** For the whole exchange. */
  readonly timeoutMs: number;
}

/**
 * Posts to addresses that tenants chose. The address is judged when the connection is made, on what the name resolved
 * to then, so that a name cannot change between check and use. Redirects are not followed; answers are cut.
 */
export function webhookHttp(options: WebhookHttpOptions): WebhookSender {
  return { allowsPrivate: options.allow !== "public", post: (input) => post(input, options) };
}

class AddressNotAllowed extends Error {
  readonly code = "ADDRESS_NOT_ALLOWED";
}

async function post(input: Parameters<WebhookSender["post"]>[0], options: WebhookHttpOptions): Promise<WebhookAnswer> {
  const started = performance.now();
  const answered = (answer: Omit<WebhookAnswer, "durationMs">): WebhookAnswer => ({
    ...answer,
    durationMs: Math.round(performance.now() - started),
  });
  try {
    return answered(await exchange(input, options));
  } catch (error) {
    return answered({ error: errorCode(error), body: "" });
  }
}

function exchange(
  input: Parameters<WebhookSender["post"]>[0],
  { allow, timeoutMs }: WebhookHttpOptions,
): Promise<Omit<WebhookAnswer, "durationMs">> {
  const url = new URL(input.url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !isAllowed(host, allow)) throw new AddressNotAllowed(host);
  const body = Buffer.from(input.body, "utf8");
  const options: RequestOptions = {
    method: "POST",
    agent: false,
    lookup: guardedLookup(allow),
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      "content-type": "application/json",
      "user-agent": "veriFlow-webhooks/1",
      ...input.headers,
      "content-length": body.byteLength,
    },
  };
  return new Promise((done, failed) => {
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request: ClientRequest = send(url, options, (response) => {
      readStart(response).then((text) => done({ status: response.statusCode, body: text }), failed);
    });
    request.on("error", failed);
    request.end(body);
  });
}

function isAllowed(address: string, allow: WebhookHttpOptions["allow"]): boolean {
  return allow === "private" || isPublicAddress(address) || (allow === "loopback" && isLoopback(address));
}

/** Resolves a name and refuses it where any of its addresses is not allowed. */
function guardedLookup(allow: WebhookHttpOptions["allow"]): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const refused = addresses.find(({ address }) => !isAllowed(address, allow));
      if (refused || addresses.length === 0) return callback(new AddressNotAllowed(hostname), "", 0);
      if (options.all) return callback(null, addresses);
      return callback(null, addresses[0].address, addresses[0].family);
    });
  };
}

async function readStart(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= KEPT_BODY_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, KEPT_BODY_BYTES).toString("utf8");
}

function errorCode(error: unknown): string {
  const { code, name } = error as { code?: string; name?: string };
  if (code === "ADDRESS_NOT_ALLOWED") return "address_not_allowed";
  if (name === "TimeoutError" || name === "AbortError" || code === "ETIMEDOUT" || code === "ABORT_ERR")
    return "timeout";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") return "dns";
  if (code === "ERR_INVALID_URL") return "invalid_url";
  return code?.startsWith("ERR_TLS") || code?.includes("CERT") || code === "EPROTO" ? "tls" : "connection";
}
