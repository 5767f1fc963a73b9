import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import NextAuth from "next-auth";
import type { TestWorld } from "@/server/adapters/testing/test-world";
import type { OidcSettings } from "@/server/api/auth/oidc-provider";
import { authOptions } from "@/server/api/auth/options";
import { sessionToken } from "@/server/api/auth/session-token";
import { findVisitor, type Visitor } from "@/server/services/people/find-visitor";

/** One browser, as far as sign-in needs it: cookies by host, and redirects followed only when asked. */
export interface Browser {
  readonly cookies: Map<string, string>;
  get(url: string): Promise<Response>;
  post(url: string, form: Record<string, string>): Promise<Response>;
  /** Follows redirects from here until an answer is none, or `stop` says so; answers the last address. */
  follow(response: Response, from: string, stop?: (url: string) => boolean): Promise<string>;
}

export function openBrowser(): Browser {
  const cookies = new Map<string, string>();
  async function ask(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, "user-agent": "Firefox/1 Linux", ...init.headers };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
  const browser: Browser = {
    cookies,
    get: (url) => ask(url, { method: "GET" }),
    post: (url, form) =>
      ask(url, {
        method: "POST",
        body: new URLSearchParams(form),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }),
    async follow(response, from, stop = () => false) {
      let [last, url] = [response, from];
      for (let hops = 0; hops < 12 && last.headers.has("location"); hops++) {
        url = new URL(String(last.headers.get("location")), url).href;
        if (stop(url)) return url;
        last = await browser.get(url);
      }
      return url;
    },
  };
  return browser;
}

export interface AuthServer {
  readonly url: string;
  oidc: OidcSettings | undefined;
  /** Who the browser's cookie stands for. */
  visitor(browser: Browser): Promise<Visitor | undefined>;
  close(): Promise<void>;
}

const SECRET = "a secret for the cookies of this test";

/** The product's own sign-in (`authOptions`) over HTTP, as the route under /api/auth serves it. */
export async function startAuthServer(world: TestWorld): Promise<AuthServer> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.NEXTAUTH_URL = url;
  const visitorOf = async (cookies: Record<string, string>) => {
    const token = await sessionToken(cookies, { secureCookies: false, secret: SECRET });
    return token ? findVisitor(world.adapters, { token, operatorsNeedSecondFactor: true }) : undefined;
  };
  const state: AuthServer = {
    url,
    oidc: undefined,
    visitor: (browser) =>
      visitorOf(Object.fromEntries([...browser.cookies].map(([n, v]) => [n, decodeURIComponent(v)]))),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  server.on("request", async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    if (!pathname.startsWith("/api/auth/")) return response.end("page");
    const cookies = cookiesOf(request);
    const options = authOptions({
      adapters: world.adapters,
      device: String(request.headers["user-agent"]),
      address: undefined,
      visitor: () => visitorOf(cookies),
      oidc: state.oidc,
      secureCookies: false,
    });
    const query = { ...Object.fromEntries(searchParams), nextauth: pathname.split("/").slice(3) };
    const req = Object.assign(request, { query, cookies, body: await formOf(request) });
    const res = Object.assign(response, {
      status: (code: number) => Object.assign(res, { statusCode: code }),
      json: (value: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(value)),
      send: (value: unknown) => response.end(typeof value === "string" ? value : JSON.stringify(value ?? "")),
    });
    await NextAuth(req as never, res as never, { ...options, secret: SECRET });
  });
  return state;
}

function cookiesOf(request: IncomingMessage): Record<string, string> {
  const pairs = (request.headers.cookie ?? "").split("; ").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]),
  );
}

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return Object.fromEntries(new URLSearchParams(text));
}
