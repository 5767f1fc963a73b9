import { isIP } from "node:net";
import type { Wire } from "@/server/api/request/wire";

/**
 * The caller's address. `trustedHops` is the number of proxies of ours in front: each appends to X-Forwarded-For, so
 * only that many entries from the right can be believed. With none, the socket decides. Undefined where it cannot be
 * known.
 */
export function clientAddress(headers: Headers, wire: Wire | undefined, trustedHops: number): string | undefined {
  if (trustedHops === 0) return wire?.peer && plain(wire.peer);
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const entry = chain[Math.max(0, chain.length - trustedHops)];
  return isIP(entry) ? plain(entry) : undefined;
}

/** An IPv4 address in IPv6 clothes (`::ffff:10.0.0.1`) is written as the IPv4 address that it is. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped ? mapped[1] : address;
}
