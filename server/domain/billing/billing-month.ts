/** Calendar months, UTC, as `2026-10`: what is billed at once. */
export interface BillingMonth {
  readonly month: string;
  readonly start: Date;
  /** The first instant that is not in it. */
  readonly end: Date;
}

const FORM = /^\d{4}-(0[1-9]|1[0-2])$/;

function isMonth(text: string): boolean {
  return FORM.test(text);
}

/** The month that an instant is in. */
export function monthOf(instant: Date): string {
  return instant.toISOString().slice(0, 7);
}

/** Throws where the text is no month. */
export function billingMonth(month: string): BillingMonth {
  if (!isMonth(month)) throw new RangeError("A month is written like 2026-10.");
  const [year, number] = month.split("-").map(Number);
  return { month, start: new Date(Date.UTC(year, number - 1, 1)), end: new Date(Date.UTC(year, number, 1)) };
}

export function nextMonth(month: string): string {
  return monthOf(billingMonth(month).end);
}

/** Every month from one to another, both included; none where the first is later. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}
