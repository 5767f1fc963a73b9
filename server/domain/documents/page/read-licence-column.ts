import type { ImageName } from "../evidence";
import type { PageField } from "./field-labels";
import type { PlacedLine } from "./line-geometry";
import { parseValue, type ValueContext } from "./parse-value";
import type { PageReading } from "./read-labelled-fields";

/**
 * Licences of the EU model stand their values in one column: surname, other names, birth, issue (4a), expiry (4b),
 * authority (4c), number (5). Small field numbers are misread more often than the values, so the order decides where
 * they are missing.
 */

const DATE = /\d{2}[.\-/ ]\d{2}[.\-/ ]\d{2,4}/;

/** The column of lines that begin where the line of the issue date begins. */
function columnOf(anchor: PlacedLine, lines: readonly PlacedLine[]): PlacedLine[] {
  const level = (line: PlacedLine) => (line.left - anchor.left) / anchor.height;
  return lines
    .filter((line) => Math.abs(level(line)) < 1.2 && Math.abs(line.middle - anchor.middle) < anchor.height * 12)
    .sort((a, b) => a.middle - b.middle);
}

/** @param found readings by field number: the date at 4a marks the column */
export function readLicenceColumn(
  lines: readonly PlacedLine[],
  found: readonly PageReading[],
  image: ImageName,
  context: ValueContext,
): PageReading[] {
  const issue = found.find(({ field }) => field === "issue_date");
  const anchor = issue && lines.find(({ line }) => line.quad === issue.quad);
  if (!anchor) return [];
  const column = columnOf(anchor, lines);
  const at = column.indexOf(anchor);
  const expiry = column[at + 1];
  const birthAt = at - 1;
  if (birthAt < 2 || !expiry || !DATE.test(expiry.line.text) || !DATE.test(column[birthAt].line.text)) return [];
  const place = column[birthAt].line.text.replace(new RegExp(`^.*?${DATE.source}`), "");
  const after = column.slice(at + 2, at + 5);
  const number = after.find(({ line }) => parseValue("document_number", line.text, context) !== null);
  const rows: [PageField, PlacedLine | undefined, string?][] = [
    ["surname", column[birthAt - 2]],
    ["given_names", column[birthAt - 1]],
    ["birth_date", column[birthAt]],
    ["birth_place", column[birthAt], place],
    ["expiry_date", expiry],
    ["authority", after.find((row) => row !== number && /\p{L}{2}/u.test(row.line.text))],
    ["document_number", number],
  ];
  return rows.flatMap(([field, row, text]) => {
    const value = row && parseValue(field, text ?? row.line.text, context);
    return row && value ? [{ field, value, confidence: row.line.confidence * 0.9, image, quad: row.line.quad }] : [];
  });
}
