import { expect, test } from "vitest";
import { accessPolicyOf } from "@/server/domain/people/access-policy";
import { deviceName } from "@/server/domain/people/device-name";
import { ownPath } from "@/server/domain/people/own-path";
import { isDowngrade } from "@/server/domain/people/plan-change";
import { sessionStage } from "@/server/domain/people/session-stage";

test("only a session in which the second factor was shown is whole where one is set up or demanded", () => {
  for (const enrolled of [true, false])
    for (const required of [true, false]) {
      expect(sessionStage({ enrolled, required, strong: true })).toBe("full");
      const weak = enrolled ? "second_factor" : required ? "enrolment" : "full";
      expect(sessionStage({ enrolled, required, strong: false })).toBe(weak);
    }
});

test("a policy that cannot be read is the strictest, and none at all demands four eyes", () => {
  expect(accessPolicyOf({})).toEqual({ second_factor: false, four_eyes: true });
  expect(accessPolicyOf(null)).toEqual({ second_factor: false, four_eyes: true });
  expect(accessPolicyOf({ access: { second_factor: "perhaps" } })).toEqual({ second_factor: true, four_eyes: true });
  expect(accessPolicyOf({ access: { four_eyes: false } })).toEqual({ second_factor: false, four_eyes: false });
});

test("a device is named by browser and system", () => {
  const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36";
  expect(deviceName(chrome)).toBe("Chrome on Linux");
  expect(deviceName(`${chrome} Edg/141.0`)).toBe("Edge on Linux");
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1";
  expect(deviceName(phone)).toBe("Safari on iOS");
  expect(deviceName("curl/8.5")).toBe("Unknown device");
  expect(deviceName(undefined)).toBe("Unknown device");
});

test("a plan with a smaller quota, a new quota or a lower rate is a downgrade, and the same or more is none", () => {
  const pro = { quotas: { ocr: 5_000 }, rateMinute: 60, rateDay: 50_000 };
  const enterprise = { quotas: {}, rateMinute: 600, rateDay: 500_000 };
  expect(isDowngrade(pro, enterprise)).toBe(false);
  expect(isDowngrade(pro, pro)).toBe(false);
  expect(isDowngrade(enterprise, pro)).toBe(true);
  expect(isDowngrade(pro, { ...pro, quotas: { ocr: 100 } })).toBe(true);
  expect(isDowngrade(pro, { ...pro, rateDay: 1 })).toBe(true);
});

test("after sign-in only paths of our own are followed", () => {
  expect(ownPath("/dashboard/keys?x=1")).toBe("/dashboard/keys?x=1");
  expect(ownPath("https://verify.example/operator")).toBe("/operator");
  for (const elsewhere of [
    undefined,
    "",
    "//evil.example",
    "/\\evil.example",
    "https://verify.example//evil.example",
    "javascript:alert(1)",
  ]) {
    expect(ownPath(elsewhere)).toBe("/dashboard");
  }
});
