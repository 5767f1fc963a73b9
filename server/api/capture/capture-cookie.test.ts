import { afterEach, expect, test } from "vitest";
import { captureCookie, localeCookie, readCaptureCookie, readLocaleCookie } from "@/server/api/capture/capture-cookie";

const holder = globalThis as Record<symbol, unknown>;
const ENV = Symbol.for("veriflow.env");
afterEach(() => delete holder[ENV]);

/** A request with a cookie header, as it reaches a server that is known under `base`. */
function request(base: string, cookie: string): Request {
  holder[ENV] = { BASE_URL: base, PORT: 3000 };
  return new Request("http://127.0.0.1:3000/verify/session", { headers: { cookie } });
}

test("over https every cookie of the hosted page is bound to this very host, framed or not", () => {
  for (const cookie of [
    captureCookie("secret", { embedded: false, secure: true }),
    captureCookie("secret", { embedded: true, secure: true }),
    localeCookie("fr", true),
  ]) {
    expect(cookie).toMatch(/^__Host-/);
    expect(cookie).toContain("; Path=/;");
    expect(cookie).toMatch(/; Secure\b/);
    expect(cookie).not.toContain("Domain");
  }
});

test("over http on this machine the name is plain, and the cookie goes to the hosted page alone", () => {
  const cookie = captureCookie("secret", { embedded: false, secure: false });
  expect(cookie).toBe("vf_capture=secret; Path=/verify; HttpOnly; Max-Age=604800; SameSite=Lax");
});

test("a cookie of the plain name, which a neighbouring host may plant, opens nothing over https", () => {
  const planted = "vf_capture=planted";
  expect(readCaptureCookie(request("https://verify.example", planted))).toBeUndefined();
  expect(readCaptureCookie(request("https://verify.example", `${planted}; __Host-vf_capture=ours`))).toBe("ours");
  expect(readCaptureCookie(request("http://localhost:3000", "vf_capture=ours"))).toBe("ours");
});

test("the language is remembered under either name, the bound one first", () => {
  const read = (cookie: string) => readLocaleCookie(new Headers({ cookie }));
  expect([read("vf_locale=fr"), read("vf_locale=fr; __Host-vf_locale=de"), read("x=y")]).toEqual([
    "fr",
    "de",
    undefined,
  ]);
});
