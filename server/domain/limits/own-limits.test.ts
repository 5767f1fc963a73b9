import { expect, test } from "vitest";
import { readLimitsForm, showLimitsForm } from "@/server/domain/limits/limits-form";
import { allowsLess, findLimitMistakes, OwnLimits } from "@/server/domain/limits/own-limits";
import { limitsOf } from "@/server/domain/limits/request-limits";

const plan = { rate_minute: 60, rate_day: 50_000, rate_endpoints: { verifyIdentity: 30 }, rate_tenant_minute: null };
const before = limitsOf(plan, {});
const less = (own: OwnLimits) => allowsLess(before, limitsOf(plan, own));
const mistakes = (own: OwnLimits) => findLimitMistakes(own, limitsOf(plan, own)).map(({ path }) => path);

test("lower limits allow less, whichever of them; higher ones and the plan's own do not", () => {
  for (const own of [{ minute: 59 }, { day: 49_999 }, { tenant_minute: 599 }, { endpoints: { getJob: 59 } }])
    expect([own, less(own)]).toEqual([own, true]);
  for (const own of [{}, { minute: 61 }, { endpoints: { verifyIdentity: 31, getJob: 60 } }])
    expect([own, less(own)]).toEqual([own, false]);
  expect(less({ endpoints: { verifyIdentity: 29 } })).toBe(true);
});

test("a limit that another keeps from ever being reached is named", () => {
  expect(mistakes({})).toEqual([]);
  expect(mistakes({ minute: 100, day: 99, tenant_minute: 99, endpoints: { getJob: 101 } })).toEqual([
    "day",
    "tenant_minute",
    "endpoints.getJob",
  ]);
});

test("no limit is zero, and none is of an endpoint that there is not", () => {
  expect(OwnLimits.safeParse({ minute: 1, endpoints: { getJob: 1 } }).success).toBe(true);
  for (const wrong of [{ minute: 0 }, { day: 1.5 }, { endpoints: { getJobs: 1 } }, { hour: 1 }])
    expect([wrong, OwnLimits.safeParse(wrong).success]).toEqual([wrong, false]);
});

test("what a person reads and writes is what is kept; nothing written is the plan's", () => {
  const own = { minute: 1200, endpoints: { getJob: 5 } };
  expect(readLimitsForm(showLimitsForm(own))).toEqual({ own });
  expect(readLimitsForm({ ...showLimitsForm(own), minute: " 1,200 " })).toEqual({ own });
  expect(readLimitsForm(showLimitsForm({}))).toEqual({ own: {} });
});

test("text that is no limit is named by its place", () => {
  const endpoints = [
    { id: "getJob", limit: "5" },
    { id: "getJob", limit: "6" },
    { id: "listJobs", limit: "" },
  ];
  expect(readLimitsForm({ minute: "many", day: "0", tenantMinute: "10000001", endpoints })).toEqual({
    mistakes: {
      minute: expect.any(String),
      day: expect.any(String),
      tenant_minute: expect.any(String),
      "endpoints.getJob": "This endpoint stands here twice.",
      "endpoints.listJobs": expect.any(String),
    },
  });
});
