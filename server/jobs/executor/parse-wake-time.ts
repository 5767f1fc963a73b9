const UNIT_MS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/**
 * When a sleep is over: the SDK writes `1d2h30m10s` for a duration and ISO 8601 for a moment. Undefined where it is
 * neither.
 */
export function parseWakeTime(text: string, now: Date): Date | undefined {
  if (/^(?:\d+[wdhms])+$/.test(text)) {
    const parts = [...text.matchAll(/(\d+)([wdhms])/g)];
    return new Date(now.getTime() + parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNIT_MS[unit], 0));
  }
  const moment = text === "" ? now.getTime() : Date.parse(text);
  return Number.isNaN(moment) ? undefined : new Date(moment);
}
