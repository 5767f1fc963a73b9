import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { CreateSessionBody } from "@/server/contract/v1/sessions";
import { accentOf } from "@/server/domain/capture/branding";
import { viewCapture } from "@/server/services/capture/view-capture";
import { createSession } from "@/server/services/sessions/create-session";
import { readSettings } from "@/server/services/tenants/read-settings";
import { SettingsChange, updateSettings } from "@/server/services/tenants/update-settings";

let world: TestWorld;
let tenant: TestTenant;
beforeAll(async () => {
  world = await createTestWorld();
  tenant = await world.tenant({ name: "Before" });
});
afterAll(() => world.drop());

const LOGO = "data:image/png;base64,iVBORw0KGgo=";

test("what a tenant says of itself is on the hosted page from the next request on, and every change is in the audit", async () => {
  const { view } = await createSession(tenant.ctx, CreateSessionBody.parse({}));
  const brand = async () => (await viewCapture(tenant.ctx, view.session_id)).brand;
  expect((await brand()).name).toBe("Before");
  await updateSettings(tenant.ctx, { name: "After", supportEmail: "help@after.example", country: "CIV" });
  await updateSettings(tenant.ctx, { accent: "#ff0000", logo: LOGO, languages: ["fr", "en"] });
  const { hue, chroma } = accentOf("#ff0000");
  expect(await brand()).toEqual({
    name: "After",
    support_email: "help@after.example",
    logo_url: LOGO,
    languages: ["fr", "en"],
    hue,
    chroma,
  });
  await updateSettings(tenant.ctx, { accent: null, logo: null });
  expect(await brand()).toMatchObject({ logo_url: null, hue: null, languages: ["fr", "en"] });
  const entries = await world.sql<{ details: { changed: string[] } }>(
    "SELECT details FROM audit_entry WHERE chain = $1 AND action = 'tenant.settings_changed' ORDER BY seq",
    [tenant.id],
  );
  expect(entries.map((row) => row.details.changed)).toEqual([
    ["country", "name", "supportEmail"],
    ["accent", "languages", "logo"],
    ["accent", "logo"],
  ]);
});

test("a tenant chooses how long its data are kept, within what its preset allows", async () => {
  const kept = async () => (await readSettings(tenant.ctx)).retention;
  const change = (retention: object) => updateSettings(tenant.ctx, SettingsChange.parse({ retention }));
  await change({ preset: "bipa", media: 7, results: 1095 });
  expect(await kept()).toEqual({ preset: "bipa", media: 7, templates: 365, results: 1095, logs: 90 });
  expect(() => SettingsChange.parse({ retention: { preset: "cubi", media: 366 } })).toThrow(/At most 365 days/);
  expect(() => SettingsChange.parse({ retention: { preset: "cubi", forever: true } })).toThrow();
  const [entry] = await world.sql<{ details: object }>(
    "SELECT details FROM audit_entry WHERE chain = $1 ORDER BY seq DESC LIMIT 1",
    [tenant.id],
  );
  expect(entry.details).toEqual({ changed: ["retention"], preset: "bipa", media: 7, results: 1095 });
});

test("a tenant may demand that its pictures are scanned, and stop demanding it", async () => {
  for (const scanRequired of [true, false]) {
    await updateSettings(tenant.ctx, { scanRequired });
    expect(await readSettings(tenant.ctx)).toMatchObject({ scanRequired });
  }
});

test("other settings of the same row stay, and another tenant's are untouched", async () => {
  const other = await world.tenant({ name: "Other" });
  await world.sql(`UPDATE tenant SET settings = '{"retention":{"preset":"gdpr"}}' WHERE id = $1`, [tenant.id]);
  await updateSettings(tenant.ctx, { access: { second_factor: true, four_eyes: false } });
  const [row] = await world.sql("SELECT settings FROM tenant WHERE id = $1", [tenant.id]);
  expect(row.settings).toEqual({
    retention: { preset: "gdpr" },
    access: { second_factor: true, four_eyes: false },
  });
  expect(await readSettings(other.ctx)).toMatchObject({
    name: "Other",
    access: { second_factor: false, four_eyes: true },
  });
});

test("what is no colour, picture, language, address or origin is refused, and so is a plan", () => {
  const bad = [
    { accent: "red" },
    { logo: "https://elsewhere.example/logo.png" },
    { logo: `data:image/png;base64,${"A".repeat(140_000)}` },
    { languages: [] },
    { languages: ["xx"] },
    { supportEmail: "nobody" },
    { country: "fr" },
    { frameAncestors: ["*"] },
    { name: " " },
  ];
  for (const change of bad) expect([change, SettingsChange.safeParse(change).success]).toEqual([change, false]);
  expect(SettingsChange.parse({ name: "A", plan: "enterprise" })).toEqual({ name: "A" });
});
