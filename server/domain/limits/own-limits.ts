import { z } from "zod";
import { endpointList } from "@/server/contract/v1/index";
import type { RequestLimits } from "@/server/domain/limits/request-limits";

/** Requests in a window. None at all is no limit but a suspension, which has its own switch. */
const Limit = z.number().int().min(1, "A limit is at least 1.").max(10_000_000, "A limit is at most 10,000,000.");

const ENDPOINT_IDS: ReadonlySet<string> = new Set(endpointList.map(({ id }) => id));

/** What an operator sets for one tenant (`tenant.rates`); what is absent is the plan's. */
export const OwnLimits = z.strictObject({
  minute: Limit.optional(),
  day: Limit.optional(),
  tenant_minute: Limit.optional(),
  /** Endpoint's id → requests a minute of one key there. */
  endpoints: z
    .record(
      z.string().refine((id) => ENDPOINT_IDS.has(id), "There is no such endpoint."),
      Limit,
    )
    .optional(),
});
export type OwnLimits = z.infer<typeof OwnLimits>;

export interface LimitMistake {
  /** Which of `OwnLimits` is at fault. */
  readonly path: string;
  readonly message: string;
}

/**
 * What cannot be meant: a number that another one keeps from ever being reached. `limits` are those that would hold.
 */
export function findLimitMistakes(own: OwnLimits, limits: RequestLimits): LimitMistake[] {
  const { minute, day, tenantMinute } = limits;
  const mistakes: LimitMistake[] = [];
  const say = (path: string, message: string) => mistakes.push({ path, message });
  if (day < minute) say("day", `${day} a day for a key is less than its ${minute} a minute.`);
  if (tenantMinute < minute) say("tenant_minute", `${tenantMinute} for all keys is less than the ${minute} of one.`);
  for (const [id, limit] of Object.entries(own.endpoints ?? {})) {
    if (limit > minute) say(`endpoints.${id}`, `${limit} for ${id} is more than the ${minute} that a key has in all.`);
  }
  return mistakes;
}

/** Whether anything that the tenant may do now would be less afterwards. */
export function allowsLess(before: RequestLimits, after: RequestLimits): boolean {
  if (after.minute < before.minute || after.day < before.day || after.tenantMinute < before.tenantMinute) return true;
  return Object.entries(after.endpoints).some(
    ([id, limit]) => limit < Math.min(before.endpoints[id] ?? Number.POSITIVE_INFINITY, before.minute),
  );
}
