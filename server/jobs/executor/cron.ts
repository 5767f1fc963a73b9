/** Cron expressions of five fields (minute, hour, day of month, month, day of week), in UTC. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Where both are limited, a day counts if either fits (POSIX crontab). */
  readonly eitherDay: boolean;
}

const RANGES = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** Throws with a sentence where the expression cannot be read. Lists, ranges, steps and `*` are known. */
export function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5) throw new Error(`The cron expression "${expression}" must have five fields.`);
  const [minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    parseField(field, RANGES[index], expression),
  );
  if (weekdays.delete(7)) weekdays.add(0);
  return { minutes, hours, days, months, weekdays, eitherDay: fields[2] !== "*" && fields[4] !== "*" };
}

function parseField(field: string, [low, high]: readonly [number, number], expression: string): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(",")) {
    const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    const from = found?.[1] === undefined ? low : Number(found[1]);
    const to = found?.[2] !== undefined ? Number(found[2]) : found?.[1] === undefined || found[3] ? high : from;
    const step = Number(found?.[3] ?? 1);
    if (!found || from < low || to > high || from > to || step < 1)
      throw new Error(`The cron expression "${expression}" cannot be read at "${part}".`);
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

function fits(cron: Cron, date: Date): boolean {
  const day = cron.days.has(date.getUTCDate());
  const weekday = cron.weekdays.has(date.getUTCDay());
  return (
    cron.minutes.has(date.getUTCMinutes()) &&
    cron.hours.has(date.getUTCHours()) &&
    cron.months.has(date.getUTCMonth() + 1) &&
    (cron.eitherDay ? day || weekday : day && weekday)
  );
}

const MINUTE_MS = 60_000;
const LOOK_BACK_MINUTES = 60 * 24 * 32;

/** The latest minute at or before `now` that fits, within a month; undefined where there is none. */
export function lastTick(cron: Cron, now: Date): Date | undefined {
  let minute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  for (let i = 0; i < LOOK_BACK_MINUTES; i++, minute -= MINUTE_MS) {
    const date = new Date(minute);
    if (fits(cron, date)) return date;
  }
  return undefined;
}
