import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";

/** What a request brings: the tenant and environment that the screens show. */
export interface RequestContext {
  readonly traceId: string;
  readonly tenantId: string | undefined;
  readonly environment: "test" | "live";
}

/** Cookies that remember which tenant and environment the screens show; what they name is checked at every call. */
export const TENANT_COOKIE = "vf_tenant";
export const ENVIRONMENT_COOKIE = "vf_environment";

export async function requestContext(): Promise<RequestContext> {
  const jar = await cookies();
  return {
    traceId: randomUUID().replaceAll("-", ""),
    tenantId: jar.get(TENANT_COOKIE)?.value,
    environment: jar.get(ENVIRONMENT_COOKIE)?.value === "live" ? "live" : "test",
  };
}
