import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "@/scripts/database/free-port";

async function listening(): Promise<{ port: number; close: () => void }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { port: (server.address() as { port: number }).port, close: () => server.close() };
}

test("a port that another holds is not given, and one that is let go in time is", async () => {
  const other = await listening();
  expect(await freePort(other.port)).not.toBe(other.port);
  setTimeout(other.close, 200);
  expect(await freePort(other.port, 5000)).toBe(other.port);
});
