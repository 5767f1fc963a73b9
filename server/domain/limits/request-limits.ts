/** Limits of requests as the plan and the tenant's own settings give them, in requests. */
export interface RequestLimits {
  /** Of one key, over all endpoints. */
  readonly minute: number;
  readonly day: number;
  /** Of all keys of a tenant. */
  readonly tenantMinute: number;
  /** Endpoint's id → requests a minute of one key there; absent is no limit of its own. */
  readonly endpoints: Readonly<Record<string, number>>;
}

export interface PlanRates {
  readonly rate_minute: number;
  readonly rate_day: number;
  readonly rate_endpoints: unknown;
  readonly rate_tenant_minute: number | null;
}

/** A tenant's keys share ten times what one of them may ask, where nothing else was said. */
const TENANT_SHARE = 10;

/** The plan's limits with the tenant's own (`minute`, `day`, `tenant_minute`, `endpoints`) in their place. */
export function limitsOf(plan: PlanRates, own: unknown): RequestLimits {
  const given = (own ?? {}) as Record<string, unknown>;
  const minute = whole(given.minute) ?? plan.rate_minute;
  return {
    minute,
    day: whole(given.day) ?? plan.rate_day,
    tenantMinute: whole(given.tenant_minute) ?? plan.rate_tenant_minute ?? TENANT_SHARE * minute,
    endpoints: { ...wholes(plan.rate_endpoints), ...wholes(given.endpoints) },
  };
}

/** A fixed window in which requests are counted. */
export interface RequestWindow {
  /** What a refusal calls it. */
  readonly name: "minute" | "day" | "endpoint" | "tenant" | "server" | "address";
  /** Whose it is; the counters' key. */
  readonly key: string;
  readonly limit: number;
  readonly seconds: number;
}

export interface CountedRequest {
  readonly endpointId: string;
  readonly keyId: string;
  readonly tenantId: string;
  readonly limits: RequestLimits;
  /** Of all tenants together, a minute; 0 is none. */
  readonly serverMinute: number;
}

/** Every window that a request counts in, the narrowest first: counters are locked in this order everywhere. */
export function requestWindows({ endpointId, keyId, tenantId, limits, serverMinute }: CountedRequest): RequestWindow[] {
  const windows: RequestWindow[] = [
    { name: "minute", key: `key:${keyId}`, limit: limits.minute, seconds: 60 },
    { name: "day", key: `key:${keyId}`, limit: limits.day, seconds: 86_400 },
  ];
  const own = limits.endpoints[endpointId];
  if (own !== undefined) {
    windows.push({ name: "endpoint", key: `key:${keyId}:${endpointId}`, limit: own, seconds: 60 });
  }
  windows.push({ name: "tenant", key: `tenant:${tenantId}`, limit: limits.tenantMinute, seconds: 60 });
  if (serverMinute > 0) windows.push({ name: "server", key: "server", limit: serverMinute, seconds: 60 });
  return windows;
}

function whole(value: unknown): number | undefined {
  return Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

function wholes(value: unknown): Record<string, number> {
  const entries = Object.entries((value ?? {}) as object).filter(([, limit]) => whole(limit) !== undefined);
  return Object.fromEntries(entries);
}
