import { createHash, timingSafeEqual } from "node:crypto";
import type { Wire } from "@/server/api/request/wire";

/**
 * Whether a request may read the figures: with `METRICS_TOKEN` set, whoever bears it; without, only this machine
 * itself, and not through a proxy. Where the peer is not known, nobody.
 */
export function mayReadMetrics(headers: Headers, wire: Wire | undefined, token: string | undefined): boolean {
  if (token) return sameText(headers.get("authorization") ?? "", `Bearer ${token}`);
  // Next writes the peer into X-Forwarded-For where nobody did; any other entry means a proxy.
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").filter((entry) => entry.trim() !== "");
  const local = !headers.has("forwarded") && chain.every((entry) => isLoopback(entry.trim()));
  return local && wire !== undefined && isLoopback(wire.peer ?? "");
}

function isLoopback(address: string): boolean {
  return /^(::1$|(::ffff:)?127\.)/.test(address);
}

function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
