import { AsyncLocalStorage } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * What the socket says and a web `Request` no longer does: the request target byte by byte, and the peer's address.
 * URL parsing rewrites targets (`'` becomes `%27`), and a forwarding header can be written by anybody.
 */
export interface Wire {
  readonly target: string;
  readonly peer: string | undefined;
}

const STORE = Symbol.for("veriflow.wire");
/** One store for the process, although the bundler may copy this module. */
const shared = globalThis as { [STORE]?: AsyncLocalStorage<Wire> };

/** Starts watching every HTTP server of this process; called once when it starts (instrumentation.ts). */
export function watchWire(): void {
  if (shared[STORE]) return;
  const store = new AsyncLocalStorage<Wire>();
  shared[STORE] = store;
  channel("http.server.request.start").subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    store.enterWith({ target: request.url ?? "/", peer: request.socket.remoteAddress });
  });
}

/** The wire under the request being answered; undefined where nothing watches (tests that call handlers directly). */
export function currentWire(): Wire | undefined {
  return shared[STORE]?.getStore();
}
