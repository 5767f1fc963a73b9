import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The wanted port of the loopback address where nobody listens on it, or ceases to within `patienceMs`, else any free
 * one.
 */
export async function freePort(wanted = 0, patienceMs = 0): Promise<number> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50)) {
    const port = await tryPort(wanted);
    if (port !== undefined) return port;
  }
  return (
    (await tryPort(wanted)) ?? (await tryPort(0)) ?? Promise.reject(new Error("No TCP port of 127.0.0.1 is free."))
  );
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => answer(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
