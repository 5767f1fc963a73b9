import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { routes } from "@/server/api/testing/api-world";
import { endpointList } from "@/server/contract/v1/index";

/** The route files behind a real HTTP server on a free port, for clients that are programs of their own. */
export async function serveRoutes(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
    const found = match(url.pathname);
    const module = await routes.get(found.path)!();
    const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
    const request = new Request(url, {
      method: incoming.method,
      headers: incoming.headers as Record<string, string>,
      ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: "half" } : {}),
    });
    const answer = await module[incoming.method ?? "GET"](request, { params: Promise.resolve(found.params) });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function match(pathname: string): { path: string; params: Record<string, string> } {
  for (const { path } of endpointList) {
    const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const found = pattern.exec(pathname);
    if (found) return { path: path.replace(/\{(\w+)\}/g, "[$1]"), params: { ...found.groups } };
  }
  return { path: "/v1/[...path]", params: {} };
}
