import type { MrzDate } from "./types";

/** Six-digit dates of the zone (ICAO Doc 9303-3, 4.8): unknown parts are `<<`, the century is not printed. */

export interface ReadDate {
  readonly date: MrzDate;
  readonly problem: "impossible" | "incomplete" | "unknown" | null;
}

const NOTHING: MrzDate = { year: null, month: null, day: null, iso: null };
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month 1–12; with the year unknown February has 29. */
export function daysInMonth(year: number | null, month: number): number {
  if (month !== 2 || year === null) return DAYS[month - 1];
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** 0–99, null for `<<`, NaN for anything else. */
function twoDigits(raw: string, at: number): number | null {
  const a = raw.charCodeAt(at);
  const b = raw.charCodeAt(at + 1);
  if (a === 60 && b === 60) return null;
  return a >= 48 && a <= 57 && b >= 48 && b <= 57 ? (a - 48) * 10 + b - 48 : Number.NaN;
}

const pad = (value: number) => (value < 10 ? `0${value}` : `${value}`);

function toIso(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null) return null;
  if (month === null) return `${year}`;
  return day === null ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`;
}

/** The latest century in which the date, as far as it is known, is not after `limit` (ISO date). */
function centuryFor(yy: number, month: number | null, day: number | null, limit: string): number {
  for (let year = 2100 + yy; year > 1900 + yy; year -= 100) {
    const iso = toIso(year, month, day)!;
    if (iso <= limit.slice(0, iso.length)) return year;
  }
  return 1900 + yy;
}

/**
 * @param raw six characters YYMMDD
 * @param limit ISO date that the date is not after: today for a birth, the document type's horizon for an expiry
 */
export function readMrzDate(raw: string, limit: string): ReadDate {
  const yy = twoDigits(raw, 0);
  const month = twoDigits(raw, 2);
  const day = twoDigits(raw, 4);
  if (Number.isNaN(yy) || Number.isNaN(month) || Number.isNaN(day)) return { date: NOTHING, problem: "incomplete" };
  const year = yy === null ? null : centuryFor(yy, month, day, limit);
  const date: MrzDate = { year, month, day, iso: toIso(year, month, month === null ? null : day) };
  if (month !== null && (month < 1 || month > 12)) return { date: NOTHING, problem: "impossible" };
  if (day !== null && (day < 1 || day > (month === null ? 31 : daysInMonth(year, month)))) {
    return { date: NOTHING, problem: "impossible" };
  }
  return { date, problem: yy === null || month === null || day === null ? "unknown" : null };
}

/** `YYMM` of the French card's issue. */
export function readIssueMonth(raw: string, today: string): ReadDate {
  return readMrzDate(`${raw}<<`, today);
}

/** `date` moved by whole years; 29 February becomes 28. */
export function addYears(isoDate: string, years: number): string {
  const year = Number(isoDate.slice(0, 4)) + years;
  const rest = isoDate.slice(4);
  return `${year}${rest === "-02-29" && daysInMonth(year, 2) === 28 ? "-02-28" : rest}`;
}
