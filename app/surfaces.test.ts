import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * Every page and every route file, and through what it reaches data: a page through procedures alone, which ask who is
 * there and in which tenant, and so does a route file of the dashboard's; one of the API through its declared endpoint.
 * What does neither is named here, with its reason.
 */
const ALL = (readdirSync("app", { recursive: true }) as string[]).map((file) => `app/${file}`).sort();
const files = (name: string): string[] => ALL.filter((file) => file.endsWith(`/${name}`));
const source = (file: string): string => readFileSync(file, "utf8");

/** Modules that a file takes values from; `import type` takes none. */
function importsOf(file: string): string[] {
  const lines = source(file).matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"/gms);
  return [...lines].map(([, module]) => module);
}

const REACHES_DATA = /^@\/(server\/(services|adapters|jobs)|prisma)\//;

test("pages and layouts reach data through procedures alone", () => {
  const all = [...files("page.tsx"), ...files("layout.tsx")];
  expect(all.length).toBeGreaterThan(15);
  const reaching = all.flatMap((file) =>
    importsOf(file)
      .filter((module) => REACHES_DATA.test(module) && !PURE_OF_SERVICES.includes(module))
      .map((module) => `${file}: ${module}`),
  );
  expect(reaching).toEqual([]);
});

/** Schemas and lists of services, which ask nothing. */
const PURE_OF_SERVICES = ["@/server/services/verifications/search-verifications"];

/** Route files beside the API's and the capture page's: what stands between a visitor and data. */
const ROUTES: Readonly<Record<string, string>> = {
  "app/api/auth/[...nextauth]/route.ts": "sign-in itself",
  "app/api/inngest/route.ts": "the SDK checks the signing key; 404 without an Inngest server",
  "app/api/trpc/[trpc]/route.ts": "procedures, each with its permission",
  "app/demo/route.ts": "makes a session of the demo's tenant, limited",
  "app/healthz/route.ts": "says up or not",
  "app/metrics/route.ts": "a token, or this machine",
  "app/pictures/[token]/route.ts": "a sealed token that lives for minutes",
  "app/sandbox/[picture]/route.ts": "drawn pictures, the same for everybody",
  "app/v1/[...path]/route.ts": "says that there is nothing",
  "app/verify/[token]/route.ts": "the link's token",
  "app/verify/session/route.ts": "the capture cookie",
  "app/verify/api/exchange/route.ts": "the link's token, once",
  "app/verify/api/messages/route.ts": "texts, the same for everybody",
};

test("every route file is the API's, the capture page's, or named here with what guards it", () => {
  const unknown = files("route.ts").filter((file) => {
    const text = source(file);
    if (file in ROUTES) return false;
    if (/^app\/\((dashboard|backoffice)\)\//.test(file) && /"@\/server\/api\/trpc\//.test(text)) return false;
    if (file.startsWith("app/v1/")) return !/= handle\(/.test(text);
    if (file.startsWith("app/verify/api/")) return !/= captureVerb\(/.test(text);
    return true;
  });
  expect(unknown).toEqual([]);
  expect(Object.keys(ROUTES).filter((file) => !files("route.ts").includes(file))).toEqual([]);
});

test("what the capture page asks for is told from its cookie: no name of a row is taken from the request", () => {
  for (const file of files("route.ts").filter((one) => one.startsWith("app/verify/api/"))) {
    expect([file, /\b(session_?id|tenant_?id|job_?id|media_?id)\b["']?\s*\)/i.test(source(file))]).toEqual([
      file,
      false,
    ]);
  }
});
