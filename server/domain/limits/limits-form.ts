import type { OwnLimits } from "@/server/domain/limits/own-limits";

/** A tenant's own limits as text that a person edits; an empty number is the plan's. */
export interface LimitsForm {
  readonly minute: string;
  readonly day: string;
  readonly tenantMinute: string;
  readonly endpoints: readonly { readonly id: string; readonly limit: string }[];
}

export function showLimitsForm(own: OwnLimits): LimitsForm {
  const text = (value: number | undefined) => (value === undefined ? "" : String(value));
  return {
    minute: text(own.minute),
    day: text(own.day),
    tenantMinute: text(own.tenant_minute),
    endpoints: Object.entries(own.endpoints ?? {}).map(([id, limit]) => ({ id, limit: String(limit) })),
  };
}

export type LimitsFormResult = { readonly own: OwnLimits } | { readonly mistakes: Readonly<Record<string, string>> };

/**
 * What the text says, or a sentence for each mistake by its place in `OwnLimits` (`endpoints.<id>` for an endpoint's).
 */
export function readLimitsForm(form: LimitsForm): LimitsFormResult {
  const mistakes: Record<string, string> = {};
  const number = (text: string, path: string): number | undefined => {
    const digits = text.replaceAll(/[\s,]/g, "");
    if (/^[1-9]\d{0,7}$/.test(digits) && Number(digits) <= 10_000_000) return Number(digits);
    if (digits !== "") mistakes[path] = "Write a whole number from 1 to 10,000,000, or nothing.";
    return undefined;
  };
  const [minute, day] = [number(form.minute, "minute"), number(form.day, "day")];
  const tenant_minute = number(form.tenantMinute, "tenant_minute");
  const endpoints: Record<string, number> = {};
  for (const { id, limit } of form.endpoints) {
    const path = `endpoints.${id}`;
    const value = number(limit, path);
    if (value === undefined) mistakes[path] ??= "Write how many, or take this endpoint out.";
    else if (id in endpoints) mistakes[path] = "This endpoint stands here twice.";
    else endpoints[id] = value;
  }
  if (Object.keys(mistakes).length > 0) return { mistakes };
  const given = { minute, day, tenant_minute, ...(form.endpoints.length > 0 && { endpoints }) };
  return { own: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}
