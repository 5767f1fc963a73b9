import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { currentWire, type Wire, watchWire } from "@/server/api/request/wire";

async function targetsSeen(targets: readonly string[]): Promise<(Wire | undefined)[]> {
  watchWire();
  const seen: (Wire | undefined)[] = [];
  const server = createServer(async (_, answer) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push(currentWire());
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  for (const target of targets) {
    socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 9.9.9.9\r\n\r\n`);
    await new Promise((resolve) => socket.once("data", resolve));
  }
  socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  return seen;
}

test("a handler sees the target as sent and the socket's own address, request after request on one connection", async () => {
  const targets = ["/v1/kyc/jobs?reference=O'Brien%20<x>", "/v1/a/../b?q=%7e"];
  expect(await targetsSeen(targets)).toEqual(targets.map((target) => ({ target, peer: "127.0.0.1" })));
});
