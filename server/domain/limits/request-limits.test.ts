import { expect, test } from "vitest";
import { limitsOf, requestWindows } from "@/server/domain/limits/request-limits";

const plan = { rate_minute: 60, rate_day: 50_000, rate_endpoints: { verifyIdentity: 30 }, rate_tenant_minute: null };
const request = { endpointId: "getJob", keyId: "k", tenantId: "t", serverMinute: 0 };

test("a plan's limits hold, and all keys of a tenant share ten times what one may ask", () => {
  expect(limitsOf(plan, {})).toEqual({
    minute: 60,
    day: 50_000,
    tenantMinute: 600,
    endpoints: { verifyIdentity: 30 },
  });
});

test("a tenant's own limits stand in place of the plan's, and what is no whole number is not one", () => {
  const own = { minute: 10, tenant_minute: 15, endpoints: { getJob: 5, listJobs: "many" }, day: -1 };
  expect(limitsOf(plan, own)).toEqual({
    minute: 10,
    day: 50_000,
    tenantMinute: 15,
    endpoints: { verifyIdentity: 30, getJob: 5 },
  });
});

test("windows stand from the narrowest to the widest; an endpoint's and the server's only where there is one", () => {
  const names = (endpointId: string, serverMinute: number) =>
    requestWindows({ ...request, endpointId, serverMinute, limits: limitsOf(plan, {}) }).map(({ name }) => name);
  expect(names("getJob", 0)).toEqual(["minute", "day", "tenant"]);
  expect(names("verifyIdentity", 1000)).toEqual(["minute", "day", "endpoint", "tenant", "server"]);
});

test("two keys of a tenant share its window and nothing else", () => {
  const limits = limitsOf(plan, {});
  const keys = (keyId: string) => requestWindows({ ...request, keyId, limits }).map(({ key }) => key);
  expect(keys("a").filter((key) => keys("b").includes(key))).toEqual(["tenant:t"]);
});
