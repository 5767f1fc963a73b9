import { headers } from "next/headers";
import NextAuth from "next-auth";
import { adapters } from "@/server/adapters/live";
import { secureCookies } from "@/server/api/auth/base-url";
import { currentVisitor } from "@/server/api/auth/current-visitor";
import { oidcSettings } from "@/server/api/auth/oidc-provider";
import { authOptions } from "@/server/api/auth/options";
import { clientAddress } from "@/server/api/request/client-address";
import { currentWire } from "@/server/api/request/wire";
import { env } from "@/server/env";

/** Everything under /api/auth, with what this request says of its browser. */
export async function handleAuth(request: Request, context: unknown): Promise<Response> {
  const sent = await headers();
  const options = authOptions({
    adapters: adapters(),
    device: sent.get("user-agent") ?? "",
    address: clientAddress(sent, currentWire(), env().TRUSTED_PROXIES),
    visitor: currentVisitor,
    oidc: oidcSettings(env()),
    secureCookies: secureCookies(),
  });
  const response = (await NextAuth(request as never, context as never, options)) as Response;
  // Whoever signs out leaves nothing behind in the browser: no stored page, nothing kept by a script.
  if (request.method === "POST" && new URL(request.url).pathname.endsWith("/signout"))
    response.headers.set("clear-site-data", '"cache", "storage"');
  return response;
}
