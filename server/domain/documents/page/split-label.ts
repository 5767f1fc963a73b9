import { foldText } from "../../countries/fold-text";
import { type FieldLabel, fieldLabels, type PageField } from "./field-labels";

/** Parts a printed line into the field labels it begins with and what follows them. */

export interface SplitLine {
  /** Fields in the order their labels stand; empty where the line begins with none. */
  readonly fields: readonly PageField[];
  /** What follows the labels; empty where the line is label only. */
  readonly rest: string;
  /** 0–1: letters of the labels that were read as they should be. */
  readonly quality: number;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const byFirst = new Map<string, FieldLabel[]>();
for (const label of fieldLabels) {
  const key = label.words[0].slice(0, 1);
  byFirst.set(key, [...(byFirst.get(key) ?? []), label]);
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    for (const part of foldText(match[0]).split(" ")) {
      if (part) words.push({ text: part, start: match.index, end: match.index + match[0].length });
    }
  }
  return words;
}

/** Equal, or one slip of the reader apart in words long enough to bear it. */
function alike(read: string, label: string): boolean {
  if (read === label) return true;
  if (label.length < 5 || Math.abs(read.length - label.length) > 1) return false;
  let i = 0;
  while (i < Math.min(read.length, label.length) && read[i] === label[i]) i++;
  const [a, b] = [read.slice(i), label.slice(i)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}

function labelAt(words: readonly Word[], at: number): { label: FieldLabel; exact: boolean } | null {
  // A first letter misread is a miss: it keeps the search short.
  for (const label of byFirst.get(words[at].text.slice(0, 1)) ?? []) {
    if (at + label.words.length > words.length) continue;
    if (label.words.every((word, i) => alike(words[at + i].text, word))) {
      return { label, exact: label.words.every((word, i) => word === words[at + i].text) };
    }
  }
  return null;
}

const FIELD_NUMBER = /^\s*\(?\d{1,2}[a-d]?[.):]?\s+|^\s*\(?\d{1,2}[a-d]?[.):]\s*/i;
/** Short labels that also begin names and values: they count only when nothing or a colon follows. */
const WEAK =
  /^(NR|DL|FN|LN|EXP|ISS|AD|IME|MENO|NAME|NOM|NOME|A NUMBER|ADI|EMRI|SEX|POL|PLEC|KON|NEM|SPOL|HOLDER|BORN|NAMA|ORGAN|URAD|IMIE|NIE|NIF|RUN|FIN|RUT|DNI|ISSUED|CLASS|CLASSE|PERU|VARDS|NAAM|NUME|DOCUMENT|RESIDENCE|GIVEN|FOLIO|OIB|MAKAM|AINM|KYN|VALID|SUGU)$/;

/** @returns the labels a line begins with; a line that begins with none has its whole text as `rest` */
export function splitLabel(text: string): SplitLine {
  const offset = FIELD_NUMBER.exec(text)?.[0].length ?? 0;
  const body = text.slice(offset);
  const words = wordsOf(body);
  const fields: PageField[] = [];
  let end = 0;
  let exact = 0;
  let at = 0;
  let weak = true;
  while (at < words.length) {
    const found = labelAt(words, at);
    if (!found) break;
    if (!fields.includes(found.label.field)) fields.push(found.label.field);
    if (found.exact) exact++;
    at += found.label.words.length;
    end = words[at - 1].end;
    weak &&= WEAK.test(found.label.words.join(" "));
  }
  if (fields.length === 0) return { fields, rest: text, quality: 0 };
  const after = body.slice(end);
  const rest = after.replace(/^[\s.:/|)\]\-–—*#°º]+/, "").trim();
  const parted = /^\s*\(?[sS]?\)?\s*[:：]/.test(after);
  if (weak && rest && !parted && /^\s*\p{L}/u.test(after)) return { fields: [], rest: text, quality: 0 };
  // After a slash comes the same label in a language we do not know.
  const foreign = /^\s*[/|]/.test(after) && !/\d/.test(rest);
  return { fields, rest: foreign ? "" : rest, quality: exact > 0 ? 1 : 0.8 };
}
