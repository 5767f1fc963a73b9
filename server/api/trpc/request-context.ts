import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { adapters } from "@/server/adapters/live";
import { baseUrl } from "@/server/api/auth/base-url";
import { currentVisitor } from "@/server/api/auth/current-visitor";
import { rememberedCookie } from "@/server/api/host-cookie";
import { clientAddress } from "@/server/api/request/client-address";
import { currentWire } from "@/server/api/request/wire";
import { env } from "@/server/env";
import type { Visitor } from "@/server/services/people/find-visitor";
import type { Adapters } from "@/server/services/ports";

/** What a request brings: who asks, and the tenant and environment that the screens show. */
export interface RequestContext {
  readonly adapters: Adapters;
  readonly traceId: string;
  readonly tenantId: string | undefined;
  readonly environment: "test" | "live";
  readonly visitor: () => Promise<Visitor | undefined>;
  readonly address: string | undefined;
  /** Links in mails begin with it. */
  readonly baseUrl: string;
}

/**
 * Cookies that remember which tenant and environment the screens show. A tenant that the visitor does not belong to
 * (any more) is as good as none; what is named otherwise is checked at every call.
 */
export const TENANT_COOKIE = "vf_tenant";
export const ENVIRONMENT_COOKIE = "vf_environment";

export async function requestContext(): Promise<RequestContext> {
  const jar = await cookies();
  const remembered = (cookie: string) => rememberedCookie((name) => jar.get(name)?.value, cookie);
  const memberships = (await currentVisitor())?.person.memberships ?? [];
  return {
    adapters: adapters(),
    traceId: randomUUID().replaceAll("-", ""),
    tenantId: memberships.find(({ tenantId }) => tenantId === remembered(TENANT_COOKIE))?.tenantId,
    environment: remembered(ENVIRONMENT_COOKIE) === "live" ? "live" : "test",
    visitor: currentVisitor,
    address: clientAddress(await headers(), currentWire(), env().TRUSTED_PROXIES),
    baseUrl: baseUrl(),
  };
}
