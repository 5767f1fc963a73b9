import { TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { type AuthServer, type Browser, openBrowser, startAuthServer } from "@/server/api/auth/testing/auth-server";
import { startProvider, type TestProvider } from "@/server/api/auth/testing/provider";
import { inviteMember } from "@/server/services/members/invite-member";
import { beginSecondFactor } from "@/server/services/people/begin-second-factor";
import { confirmSecondFactor } from "@/server/services/people/confirm-second-factor";
import { makePerson, signInAs, TEST_PASSWORD, visitorOf } from "@/server/services/people/testing/make-person";

let world: TestWorld;
let tenant: TestTenant;
let server: AuthServer;
let provider: TestProvider;
let browser: Browser;
beforeAll(async () => {
  world = await createTestWorld();
  server = await startAuthServer(world);
  provider = await startProvider(`${server.url}/api/auth/callback/oidc`);
});
afterAll(async () => {
  await Promise.all([server.close(), provider.close()]);
  await world.drop();
});
beforeEach(async () => {
  tenant = await world.tenant();
  browser = openBrowser();
  const { issuer, clientId, clientSecret } = provider;
  server.oidc = { issuer, clientId, clientSecret, name: "the test" };
  provider.claims = {};
});

async function csrfToken(): Promise<string> {
  return (await (await browser.get(`${server.url}/api/auth/csrf`)).json()).csrfToken;
}
/** Answers the `error` of the address that sign-in sends on to, or an empty text. */
async function present(providerId: string, form: Record<string, string>): Promise<string> {
  const answer = await browser.post(`${server.url}/api/auth/callback/${providerId}`, {
    ...form,
    json: "true",
    csrfToken: await csrfToken(),
  });
  return new URL((await answer.json()).url).searchParams.get("error") ?? "";
}

describe("with a password", () => {
  test("the cookie is not for scripts, tells nothing, and stands for a row that signing out ends", async () => {
    const person = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
    expect(await present("credentials", { email: person.email, password: TEST_PASSWORD })).toBe("");
    expect(await server.visitor(browser)).toMatchObject({ stage: "full", person: { id: person.id } });
    const session = await (await browser.get(`${server.url}/api/auth/session`)).text();
    expect(Object.keys(JSON.parse(session))).toEqual(["expires"]);
    const kept = new Map(browser.cookies);
    await browser.post(`${server.url}/api/auth/signout`, { csrfToken: await csrfToken(), json: "true" });
    expect(await server.visitor({ ...browser, cookies: kept })).toBeUndefined();
  });

  test("signing in again gives a new secret, and the one before opens nothing", async () => {
    const person = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
    await present("credentials", { email: person.email, password: TEST_PASSWORD });
    const before = new Map(browser.cookies);
    await present("credentials", { email: person.email, password: TEST_PASSWORD });
    expect(await server.visitor(browser)).toBeDefined();
    expect(await server.visitor({ ...browser, cookies: before })).toBeUndefined();
  });

  test("a wrong password, a missing CSRF token and a cookie of somebody's own making let nobody in", async () => {
    const person = await makePerson(world);
    expect(await present("credentials", { email: person.email, password: "wrong" })).toBe("unauthenticated");
    const url = `${server.url}/api/auth/callback/credentials`;
    await browser.post(url, { email: person.email, password: TEST_PASSWORD, json: "true" });
    expect(await server.visitor(browser)).toBeUndefined();
    browser.cookies.set("next-auth.session-token", "eyJhbGciOiJub25lIn0..e30..");
    expect(await server.visitor(browser)).toBeUndefined();
  });

  test("where a second factor is set up the password opens half a session, and the code a new, whole one", async () => {
    const person = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
    const { sessionId } = (await visitorOf(world, await signInAs(world, person)))!;
    const { secret } = await beginSecondFactor(world.adapters, { userId: person.id });
    const code = (offset: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + offset * 30_000 });
    await confirmSecondFactor(world.adapters, { userId: person.id, sessionId, code: code(-1) });
    expect(await present("credentials", { email: person.email, password: TEST_PASSWORD })).toBe("");
    const half = new Map(browser.cookies);
    expect((await server.visitor(browser))?.stage).toBe("second_factor");
    expect(await present("second-factor", { code: "000000" })).toBe("unauthenticated");
    expect((await server.visitor(browser))?.stage).toBe("second_factor");
    expect(await present("second-factor", { code: code(0) })).toBe("");
    expect(await server.visitor(browser)).toMatchObject({ stage: "full", person: { id: person.id } });
    expect(await server.visitor({ ...browser, cookies: half })).toBeUndefined();
    expect(await present("second-factor", { code: code(1) })).toBe("session_expired");
  });
});

describe("by an OpenID provider", () => {
  /** Starts at the button and stops where the provider sends back to; answers that address. */
  async function untilCallback(): Promise<string> {
    const start = await browser.post(`${server.url}/api/auth/signin/oidc`, {
      csrfToken: await csrfToken(),
      callbackUrl: `${server.url}/dashboard`,
      json: "true",
    });
    const { url } = (await start.json()) as { url: string };
    return browser.follow(await browser.get(url), url, (next) => next.includes("/api/auth/callback/oidc"));
  }
  async function signInThere(): Promise<string> {
    const callback = await untilCallback();
    return browser.follow(await browser.get(callback), callback);
  }

  test("somebody known gets in by authorization code with PKCE, state and nonce", async () => {
    const person = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
    provider.claims = { email: person.email.toUpperCase(), email_verified: true, name: "Anybody" };
    expect(await signInThere()).toBe(`${server.url}/dashboard`);
    expect(await server.visitor(browser)).toMatchObject({ stage: "full", person: { id: person.id } });
    const asked = provider.asked.at(-1)!;
    expect(asked).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      scope: "openid email profile",
    });
    expect([asked.state, asked.nonce, asked.code_challenge].every((text) => text.length >= 40)).toBe(true);
  });

  test("somebody invited joins by signing in, and nobody else does", async () => {
    const email = "invited@people.example";
    provider.claims = { email, email_verified: true, name: "Invited Person" };
    expect(await signInThere()).toContain("error=AccessDenied");
    expect(await server.visitor(browser)).toBeUndefined();
    expect(await world.sql('SELECT 1 FROM "user" WHERE email = $1', [email])).toEqual([]);
    const baseUrl = "https://verify.example";
    await inviteMember(tenant.ctx, { email, role: "developer", by: { role: "owner" }, baseUrl });
    browser = openBrowser();
    await signInThere();
    const memberships = [{ tenantId: tenant.id, role: "developer" }];
    expect(await server.visitor(browser)).toMatchObject({ person: { name: "Invited Person", memberships } });
  });

  test("an address that the provider has not verified, or does not tell, lets nobody in", async () => {
    const person = await makePerson(world, { roles: { [tenant.id]: "owner" } });
    for (const claims of [
      { email: person.email, email_verified: false },
      { email: person.email, email_verified: "true" },
      { email: person.email },
      { email_verified: true },
    ]) {
      provider.claims = claims;
      browser = openBrowser();
      expect(await signInThere()).toContain("error=AccessDenied");
      expect(await server.visitor(browser)).toBeUndefined();
    }
  });

  test.each([
    ["a state of somebody else's", "state", /state=[^&]+/, "state=forged"],
    ["a code of somebody else's", "code", /code=[^&]+/, "code=forged"],
  ])("an answer with %s is refused", async (_, __, pattern, forged) => {
    const person = await makePerson(world, { roles: { [tenant.id]: "owner" } });
    provider.claims = { email: person.email, email_verified: true };
    const callback = (await untilCallback()).replace(pattern, forged);
    expect(await browser.follow(await browser.get(callback), callback)).toContain("error=");
    expect(await server.visitor(browser)).toBeUndefined();
  });

  test.each(["next-auth.pkce.code_verifier", "next-auth.state", "next-auth.nonce"])(
    "an answer that comes to another browser, without its %s, is refused",
    async (cookie) => {
      const person = await makePerson(world, { roles: { [tenant.id]: "owner" } });
      provider.claims = { email: person.email, email_verified: true };
      const callback = await untilCallback();
      expect(browser.cookies.delete(cookie)).toBe(true);
      expect(await browser.follow(await browser.get(callback), callback)).toContain("error=");
      expect(await server.visitor(browser)).toBeUndefined();
    },
  );

  test("the second factor is asked for here too, unless the provider vouches for one", async () => {
    const person = await makePerson(world, { operatorRole: "super_admin" });
    provider.claims = { email: person.email, email_verified: true };
    await signInThere();
    expect((await server.visitor(browser))?.stage).toBe("enrolment");
    provider.claims = { ...provider.claims, amr: ["pwd", "mfa"] };
    browser = openBrowser();
    await signInThere();
    expect((await server.visitor(browser))?.stage).toBe("full");
  });

  test("it is off unless it is configured", async () => {
    server.oidc = undefined;
    const offered = await (await browser.get(`${server.url}/api/auth/providers`)).json();
    expect(Object.keys(offered)).toEqual(["credentials", "second-factor"]);
  });
});
