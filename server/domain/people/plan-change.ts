/** What a plan allows: calls a month by module (absent is unlimited), requests a minute and a day. */
export interface PlanLimits {
  readonly quotas: Readonly<Record<string, number>>;
  readonly rateMinute: number;
  readonly rateDay: number;
}

/** Whether anything that the tenant may do now would be less afterwards. */
export function isDowngrade(before: PlanLimits, after: PlanLimits): boolean {
  if (after.rateMinute < before.rateMinute || after.rateDay < before.rateDay) return true;
  return Object.entries(after.quotas).some(
    ([module, quota]) => quota < (before.quotas[module] ?? Number.POSITIVE_INFINITY),
  );
}
