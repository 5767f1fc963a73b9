import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { isPublicAddress } from "@/server/adapters/public-address";
import { webhookHttp } from "@/server/adapters/webhook-http";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer as never);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

const open = webhookHttp({ allow: "private", timeoutMs: 400 });
const guarded = webhookHttp({ allow: "public", timeoutMs: 2000 });
const message = { headers: { "webhook-id": "evt_1" }, body: '{"a":"é"}' };

test("the body and the headers arrive as they were given, and the answer comes back", async () => {
  let seen = "";
  const url = await serve((request, response) => {
    request.on("data", (chunk) => (seen += chunk));
    request.on("end", () => response.writeHead(202).end(`got ${request.headers["webhook-id"]}`));
  });
  const answer = await open.post({ url, ...message });
  expect(answer).toMatchObject({ status: 202, body: "got evt_1" });
  expect(seen).toBe(message.body);
});

test("a redirect is reported and not followed", async () => {
  let hits = 0;
  const url = await serve((_request, response) => {
    hits++;
    response.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect((await open.post({ url, ...message })).status).toBe(302);
  expect(hits).toBe(1);
});

test("a receiver that hangs is a timeout, one that is not there a connection error", async () => {
  const url = await serve(() => undefined);
  expect((await open.post({ url, ...message })).error).toBe("timeout");
  expect((await open.post({ url: "http://127.0.0.1:1/", ...message })).error).toBe("connection");
});

test("an answer without end is cut", async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x".repeat(4096)), 1);
    response.on("close", () => clearInterval(timer));
  });
  expect((await open.post({ url, ...message })).body.length).toBe(8192);
});

test("without the explicit setting neither a private address nor a name that resolves to one is reached", async () => {
  let hits = 0;
  const url = await serve((_request, response) => {
    hits++;
    response.end();
  });
  const port = new URL(url).port;
  for (const host of ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
    expect([host, (await guarded.post({ url: `http://${host}:${port}/`, ...message })).error]).toEqual([
      host,
      "address_not_allowed",
    ]);
  expect(hits).toBe(0);
});

test("where only this machine is allowed beside the public, another private address is not reached", async () => {
  const url = await serve((_request, response) => response.end());
  const local = webhookHttp({ allow: "loopback", timeoutMs: 2000 });
  expect((await local.post({ url, ...message })).status).toBe(200);
  expect((await local.post({ url: url.replace("127.0.0.1", "localhost"), ...message })).error).not.toBe(
    "address_not_allowed",
  );
  for (const host of ["10.0.0.1", "169.254.169.254", "[fd00::1]"])
    expect((await local.post({ url: `http://${host}/`, ...message })).error).toBe("address_not_allowed");
});

test("special ranges are not public, ordinary addresses are", () => {
  const not = ["10.1.2.3", "169.254.169.254", "192.168.0.1", "172.31.0.1", "100.64.0.1", "::1", "fe80::1", "fd00::1"];
  for (const address of [...not, "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "224.0.0.1", "nonsense", ""])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "1.1.1.1"])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
});
