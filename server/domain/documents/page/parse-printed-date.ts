import { foldText } from "../../countries/fold-text";
import { daysInMonth } from "../../mrz/read-date";

/**
 * Dates as documents print them: figures in any order, month names in the languages of issuing states, unknown parts as
 * X.
 */

const LANGUAGES =
  "en fr de es pt it nl sv da nb fi et lv lt pl cs sk sl hr hu ro bg el tr ru uk sr mk sq bs is ga ca az id ms vi";
/** Short forms that passports print and CLDR does not have. */
const EXTRA: Readonly<Record<string, number>> = {
  JANV: 1,
  GEN: 1,
  ENE: 1,
  FEVR: 2,
  FEV: 2,
  FEB: 2,
  MRZ: 3,
  MAERZ: 3,
  MARS: 3,
  MAR: 3,
  AVR: 4,
  ABR: 4,
  APR: 4,
  MAI: 5,
  MAY: 5,
  MEI: 5,
  MAG: 5,
  JUIN: 6,
  GIU: 6,
  JUN: 6,
  JUNI: 6,
  JUIL: 7,
  JUI: 7,
  LUG: 7,
  JUL: 7,
  JULI: 7,
  AOUT: 8,
  AOU: 8,
  AGO: 8,
  AUG: 8,
  SEP: 9,
  SEPT: 9,
  SET: 9,
  OCT: 10,
  OKT: 10,
  OTT: 10,
  OUT: 10,
  NOV: 11,
  DEC: 12,
  DEZ: 12,
  DIC: 12,
  DES: 12,
};

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES.split(" ")) {
    for (const month of ["short", "long"] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day: "numeric", timeZone: "UTC" });
      for (let i = 0; i < 12; i++) {
        const part = format.formatToParts(Date.UTC(2001, i, 1)).find((one) => one.type === "month");
        const name = foldText(part?.value ?? "");
        // Croatian and Finnish share the beginnings of different months: the first meaning stands.
        if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, i + 1);
      }
    }
  }
  for (const [name, month] of Object.entries(EXTRA)) names.set(name, month);
  return names;
}

const MONTHS = monthNames();

export interface PrintedDateOptions {
  /** Figures in the order of North American licences: month, day, year. */
  readonly monthFirst?: boolean;
  /** The date is not after this ISO date: settles the century of two-digit years. */
  readonly limit: string;
}

const pad = (value: number) => String(value).padStart(2, "0");

function toIso(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return year >= 1850 && year <= 2200 ? `${year}-${pad(month)}-${pad(day)}` : null;
}

function wholeYear(text: string, month: number, day: number, limit: string): number {
  if (text.length === 4) return Number(text);
  const year = 2000 + Number(text);
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  return iso <= limit ? year : year - 100;
}

function fromFigures(a: string, b: string, c: string, options: PrintedDateOptions): string | null {
  if (a.length === 4) return toIso(Number(a), Number(b), Number(c));
  const monthFirst = (options.monthFirst === true && Number(a) <= 12) || Number(b) > 12;
  const [month, day] = monthFirst ? [Number(a), Number(b)] : [Number(b), Number(a)];
  return toIso(wholeYear(c, month, day, options.limit), month, day);
}

/** Letters that readers put for digits, where a date's shape leaves no other reading. */
const asDigits = (text: string) => text.replace(/[OQ]/g, "0").replace(/[IL|]/g, "1");

function withMonthName(text: string, options: PrintedDateOptions): string | null {
  const words = foldText(text.replace(/(\d)(\p{L})/gu, "$1 $2").replace(/(\p{L})(\d)/gu, "$1 $2")).split(" ");
  const at = words.findIndex((word) => MONTHS.has(word));
  if (at === -1) return null;
  const month = MONTHS.get(words[at])!;
  const figures = words.filter((word, i) => i !== at && /^\d{1,4}$/.test(word));
  const year = figures.find((word) => word.length === 4) ?? figures.at(-1);
  const day = figures.find((word) => word !== year && word.length <= 2) ?? figures[0];
  if (!year || !day || figures.length < 2) return null;
  return toIso(wholeYear(year.padStart(2, "0"), month, Number(day), options.limit), month, Number(day));
}

/** `1974`, `1974-08` where the page prints X for what is not known. */
function withUnknownParts(text: string): string | null {
  const parts = /(?:^|[^\dX])([\dX]{2})[.\-/ ]([\dX]{2})[.\-/ ](\d{4})(?!\d)/i.exec(text);
  if (!parts || !/X/i.test(parts[0])) return null;
  return /X/i.test(parts[2]) ? parts[3] : `${parts[3]}-${parts[2]}`;
}

/** The first date in a printed text, ISO 8601, or null. */
export function parsePrintedDate(text: string, options: PrintedDateOptions): string | null {
  const cleaned = asDigits(text.toUpperCase().replace(/\s*([.\-/])\s*/g, "$1"));
  for (const source of [text.replace(/\s*([.\-/])\s*/g, "$1"), cleaned]) {
    const chinese = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/.exec(source);
    if (chinese) return toIso(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
    const figures =
      /(?<!\d)(\d{4})[.\-/ ](\d{1,2})[.\-/ ](\d{1,2})(?!\d)/.exec(source) ??
      /(?<!\d)(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})(?!\d)/.exec(source) ??
      /(?<!\d)(\d{2})[.\-/](\d{2})[.\-/](\d{2})(?!\d)/.exec(source) ??
      /(?<!\d)(\d{2})[.\-/ ]?(\d{2})[.\-/ ]?((?:19|20)\d{2})(?!\d)/.exec(source);
    const iso = figures && fromFigures(figures[1], figures[2], figures[3], options);
    if (iso) return iso;
  }
  return withMonthName(text, options) ?? withUnknownParts(text);
}
