import { resolveCountryCode } from "../../countries/country-code";
import { countriesIn } from "../../countries/country-names";
import { foldText } from "../../countries/fold-text";
import { addYears } from "../../mrz/read-date";
import { nationalityOfWord } from "./demonyms";
import type { PageField } from "./field-labels";
import { parsePrintedDate } from "./parse-printed-date";

/** Turns what stands in a field's place into the field's value, or says that it is no such value. */

export interface ValueContext {
  /** ISO date of the day of reading. */
  readonly today: string;
  readonly monthFirst: boolean;
}

const FEMALE = new Set(
  "F FEMALE FEMININ FEMENINO FEMMINILE FEMININO FEMME WEIBLICH W VROUW V KVINNA KVINDE KVINNE K NAINEN NO ZENA Z KOBIETA FEMALA Ж ЖЕН Θ KADIN 女 여".split(
    " ",
  ),
);
const MALE = new Set(
  "M MALE MASCULIN MASCULINO MASCHILE HOMME H MANNLICH MAN MANN MIES MUZ MEZCZYZNA BARBAT FERFI М МУЖ Α ERKEK E 男 남".split(
    " ",
  ),
);

function parseSex(text: string): string | null {
  const words = foldText(text).split(" ").filter(Boolean);
  if (words.length === 0 || words.length > 4) return null;
  if (words.includes("X")) return "X";
  // “K/F” and “M/M” name the same sex in two languages; F and M are the standard's own letters and settle it.
  if (words.includes("F")) return "F";
  if (words.includes("M")) return "M";
  const female = words.some((word) => FEMALE.has(word));
  const male = words.some((word) => MALE.has(word));
  return female === male ? null : female ? "F" : "M";
}

function parseDate(field: PageField, text: string, context: ValueContext): string | null {
  const limit = field === "expiry_date" ? addYears(context.today, 50) : context.today;
  return parsePrintedDate(text, { limit, monthFirst: context.monthFirst });
}

function parseNationality(text: string): string | null {
  const named = countriesIn(text)[0] ?? nationalityOfWord(text);
  if (named) return named;
  for (const word of foldText(text).split(" ")) {
    if (/^[A-Z]{3}$|^D$/.test(word)) {
      const code = resolveCountryCode(word);
      if (code.kind !== "unknown") return code.code;
    }
  }
  return null;
}

/** The longest run that looks like a number: capitals, digits and inner marks, one in five a digit at least. */
function parseNumber(text: string): string | null {
  const runs = text.toUpperCase().match(/[A-Z0-9]+(?:[-./ ]?[A-Z0-9]+)*/g) ?? [];
  const likely = runs
    .map((run) => run.replace(/ /g, ""))
    .filter(
      (run) => run.length >= 4 && run.length <= 25 && (run.match(/\d/g)?.length ?? 0) >= Math.max(2, run.length / 5),
    );
  const best = likely.sort((a, b) => b.length - a.length)[0];
  return best && !/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(best) ? best : null;
}

/** “LIN, MEI-HUA” under one label holds surname and given names. */
function partOfName(field: PageField, text: string): string {
  const [surname, ...given] = text.split(",");
  if (given.length === 0 || field === "full_name") return text;
  return field === "given_names" ? given.join(" ") : surname;
}

function parseName(text: string): string | null {
  const plain = text.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, "").replace(/\s+/g, " ");
  if (!/^[\p{L}\p{M}'’`´.,\- ()]{1,60}$/u.test(plain) || !/\p{L}/u.test(plain)) return null;
  return plain.toUpperCase();
}

function parseText(text: string): string | null {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length >= 2 ? plain.toUpperCase() : null;
}

function parseCategories(text: string): string | null {
  const found = text.toUpperCase().match(/\b(AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|E|F|G|H|L|M|N|R|S|T|K)\b/g);
  return found ? [...new Set(found)].join(" ") : null;
}

/** Null where the text is no value of the field. */
export function parseValue(field: PageField, text: string, context: ValueContext): string | null {
  switch (field) {
    case "birth_date":
    case "expiry_date":
    case "issue_date":
      return parseDate(field, text, context);
    case "sex":
      return parseSex(text);
    case "nationality":
      return parseNationality(text);
    case "document_number":
    case "personal_number":
      return parseNumber(text);
    case "surname":
    case "given_names":
    case "full_name":
      return parseName(partOfName(field, text));
    case "licence_categories":
      return parseCategories(text);
    case "authority":
    case "birth_place":
    case "address":
      return parseText(text);
  }
}
