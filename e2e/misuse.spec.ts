import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { readCredentials } from "@/scripts/read-credentials";

/**
 * What somebody who means harm tries from outside, against the served application: docs/security.md names the
 * requirement of each.
 */
const NO_CODE = "object-src 'none'; base-uri 'none'";

const PATHS = [
  "/",
  "/sign-in",
  "/docs",
  "/docs/api",
  "/nothing-here",
  "/v1/kyc/jobs",
  "/v1/nothing",
  "/api/auth/session",
  "/api/trpc/account.me",
  "/healthz",
  "/openapi.json",
  "/embed.js",
  "/verify/not-a-token-of-anybody",
  "/verify/api/state",
];

for (const path of PATHS) {
  test(`${path} bears every header that a browser should keep to`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    const headers = answer.headers();
    expect(answer.status()).toBeLessThan(500);
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8,}; includeSubDomains$/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toMatch(/^(no-referrer|strict-origin-when-cross-origin|same-origin)$/);
    const policy = headers["content-security-policy"] ?? "";
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors"]) {
      expect([path, directive, policy.includes(directive)]).toEqual([path, directive, true]);
    }
    expect(policy).not.toContain("'unsafe-eval'");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    if ((await answer.body()).length > 0)
      expect(headers["content-type"]).toMatch(/charset=utf-8|^(image|font)\/|^application\/(json|javascript)/i);
  });
}

test("a page's nonce is new with every answer, and scripts need it", async ({ request }) => {
  const nonces = await Promise.all(
    [1, 2, 3].map(
      async () => /'nonce-([^']+)'/.exec((await request.get("/sign-in")).headers()["content-security-policy"])?.[1],
    ),
  );
  expect(new Set(nonces).size).toBe(3);
  for (const nonce of nonces) expect(Buffer.from(nonce ?? "", "base64").length).toBeGreaterThanOrEqual(16);
});

test("no other origin is let in, whatever it asks for", async ({ request }) => {
  for (const path of ["/v1/kyc/jobs", "/api/trpc/account.me", "/verify/api/state"]) {
    const asked = { origin: "https://evil.example", "access-control-request-method": "POST" };
    const preflight = await request.fetch(path, { method: "OPTIONS", headers: asked });
    expect([path, preflight.headers()["access-control-allow-origin"]]).toEqual([path, undefined]);
    const plain = await request.get(path, { headers: { origin: "null" } });
    expect([path, plain.headers()["access-control-allow-credentials"]]).toEqual([path, undefined]);
  }
});

test("a form of another site changes nothing", async ({ request }) => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
    const answer = await request.post("/api/trpc/keys.create", { headers: { "content-type": type }, data: "{}" });
    expect([type, answer.status()]).toEqual([type, 415]);
  }
  const { dashboard } = readCredentials(process.env.VERIFLOW_DATA_DIR ?? ".veriflow");
  const form = { email: dashboard.email, password: dashboard.password, json: "true" };
  const answer = await request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
  expect(JSON.stringify(answer.headers())).not.toContain("session-token");
  for (const path of ["/verify/api/finish", "/verify/api/consent", "/verify/api/exchange"]) {
    const forged = await request.post(path, {
      headers: { "sec-fetch-site": "cross-site", "x-capture": "1" },
      data: {},
    });
    expect([path, forged.status() >= 400]).toEqual([path, true]);
  }
});

test("nothing on the way to sign in leads to another site", async ({ request, page, baseURL }) => {
  const own = new URL(String(baseURL)).origin;
  for (const evil of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "https:evil.example",
  ]) {
    for (const path of ["/sign-in", "/api/auth/signin", "/api/auth/signout", "/sign-in/second-factor"]) {
      const answer = await request.get(`${path}?callbackUrl=${encodeURIComponent(evil)}`, { maxRedirects: 0 });
      const to = answer.headers().location;
      if (to) expect([path, evil, new URL(to, own).origin]).toEqual([path, evil, own]);
      expect(await answer.text()).not.toMatch(/(href|action)="(https?:)?\/\/evil\.example/);
    }
  }
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent("https://evil.example/")}`);
  const { dashboard } = readCredentials(process.env.VERIFLOW_DATA_DIR ?? ".veriflow");
  await page.getByLabel("E-mail").fill(dashboard.email);
  await page.getByLabel("Password").fill(dashboard.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  expect(new URL(page.url()).origin).toBe(own);
});

test("the session's cookie is new at sign-in, out of scripts' reach and this site's alone", async ({
  page,
  context,
  baseURL,
}) => {
  const planted = { name: "next-auth.session-token", value: "planted", url: String(baseURL) };
  await context.addCookies([planted]);
  await page.goto("/dashboard");
  const { dashboard } = readCredentials(process.env.VERIFLOW_DATA_DIR ?? ".veriflow");
  await page.getByLabel("E-mail").fill(dashboard.email);
  await page.getByLabel("Password").fill(dashboard.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/dashboard/);
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name.endsWith("next-auth.session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  expect(session?.value).not.toBe("planted");
  expect(await page.evaluate(() => document.cookie)).not.toContain("session");
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toMatch(
    /@|token|secret/i,
  );
});

test("signing out clears what the browser holds, and a server that does not answer leaves nothing on the screen", async ({
  page,
}) => {
  const { dashboard } = readCredentials(process.env.VERIFLOW_DATA_DIR ?? ".veriflow");
  const signIn = async () => {
    await page.goto("/dashboard");
    await page.getByLabel("E-mail").fill(dashboard.email);
    await page.getByLabel("Password").fill(dashboard.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  };
  await signIn();
  const answer = page.waitForResponse(/\/api\/auth\/signout$/);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  expect((await (await answer).allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Overview" })).toHaveCount(0);
  await signIn();
  await page.route(/\/api\/auth\//, (route) => route.abort());
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toHaveCount(0);
});

/** Sends bytes as they are and answers what comes back until the server closes or says nothing more. */
function raw(baseURL: string, text: string): Promise<string> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((done) => {
    let heard = "";
    const socket = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname, () =>
      socket.write(text, "latin1"),
    );
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on("data", (chunk) => (heard += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => done(heard));
  });
}
const statuses = (heard: string) => [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);

test("a request that could be read in two ways is refused, and its second half is no request", async ({ baseURL }) => {
  const smuggled = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  const head = "POST /v1/sessions HTTP/1.1\r\nHost: x\r\n";
  const cases = {
    "both lengths": `${head}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    "two lengths": `${head}Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
    "a veiled coding": `${head}Transfer-Encoding: xchunked\r\n\r\n${smuggled}`,
    "a space before the colon": `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    "a line without its return": `${head}X: y\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
    "a length that is none": `${head}Content-Length: +5\r\n\r\n${smuggled}`,
  };
  for (const [name, text] of Object.entries(cases)) {
    const answers = statuses(await raw(String(baseURL), text));
    expect([name, answers.length, answers.includes("200")]).toEqual([name, 1, false]);
    expect([name, answers[0]]).toEqual([name, "400"]);
  }
});

test("a head without end is cut off", async ({ baseURL }) => {
  const text = `GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(40_000)}\r\n\r\n`;
  expect(statuses(await raw(String(baseURL), text))).toEqual(["431"]);
});

test("files beside the application are not served", async ({ baseURL }) => {
  for (const path of [
    "/../.env",
    "/..%2f.env",
    "/.env",
    "/.git/config",
    "/package.json",
    "/_next/static/../../package.json",
    "/models/..%2f..%2fpackage.json",
  ]) {
    const heard = await raw(String(baseURL), `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect([path, statuses(heard)[0]?.startsWith("2") ?? false]).toEqual([path, false]);
    expect(heard).not.toMatch(/"dependencies"|DATABASE_URL=|\[core\]/);
  }
});

test("the policy of what is no page lets nothing run", async ({ request }) => {
  const headers = (await request.get("/v1/kyc/jobs")).headers();
  expect(headers["content-security-policy"]).toBe(`default-src 'none'; ${NO_CODE}; frame-ancestors 'none'`);
});
