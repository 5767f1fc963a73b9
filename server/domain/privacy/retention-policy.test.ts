import { expect, test } from "vitest";
import { retentionOf } from "@/server/domain/privacy/retention-policy";

test("without settings pictures are kept for thirty days", () => {
  expect(retentionOf({})).toEqual({ preset: "gdpr", media: 30, templates: 365, results: 365, logs: 90 });
  expect(retentionOf(null)).toEqual(retentionOf({}));
});

test("a tenant's own days hold, down to none at all", () => {
  expect(retentionOf({ retention: { media: 0, results: 7 } })).toMatchObject({ media: 0, results: 7, templates: 365 });
});

test("no tenant keeps biometric data longer than Illinois and Texas allow", () => {
  const long = { media: 3650, templates: 3650, results: 3650 };
  expect(retentionOf({ retention: { preset: "bipa", ...long } })).toMatchObject({ media: 1095, templates: 1095 });
  expect(retentionOf({ retention: { preset: "cubi", ...long } })).toMatchObject({ media: 365, templates: 365 });
});

test("settings that cannot be read never keep data for longer", () => {
  for (const retention of [{ media: -1 }, { media: "forever" }, { preset: "none" }, "x", { other: 1 }]) {
    expect(retentionOf({ retention }).templates).toBe(180);
  }
});
