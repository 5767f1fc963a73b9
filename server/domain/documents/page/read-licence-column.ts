import type { ImageName } from "../evidence";
import type { PageField } from "./field-labels";
import type { PlacedLine } from "./line-geometry";
import { parseValue, type ValueContext } from "./parse-value";
import type { PageReading } from "./read-labelled-fields";

/**
 * Licences of the EU model stand their values in one column: surname, other names, birth, issue (4a), expiry (4b), authority
 * (4c), number (5). Small field numbers are misread more often than the values, so the order decides where they are missing.
 */

const DATE = /\d{2}[.\-/ ]\d{2}[.\-/ ]\d{2,4}/;

/** The column of lines that begin where the line of the issue date begins. */
function columnOf(anchor: PlacedLine, lines: readonly PlacedLine[]): PlacedLine[] {
  const level = (line: PlacedLine) => (line.left - anchor.left) / anchor.height;
  return lines
    .filter((line) => Math.abs(level(line)) < 1.2 && Math.abs(line.middle - anchor.middle) < anchor.height * 12)
    .sort((a, b) => a.middle - b.middle);
}

/** `issue` and `expiry`: readings already found at 4a and 4b. */
export function readLicenceColumn(
  lines: readonly PlacedLine[],
  found: readonly PageReading[],
  image: ImageName,
  context: ValueContext,
): PageReading[] {
  const quadOf = (field: PageField) => found.find((one) => one.field === field)?.quad;
  const [issueQuad, expiryQuad] = [quadOf("issue_date"), quadOf("expiry_date")];
  const anchor = issueQuad && lines.find(({ line }) => line.quad === issueQuad);
  if (!anchor || !expiryQuad) return [];
  const column = columnOf(anchor, lines);
  const at = column.indexOf(anchor);
  const expiryAt = column.findIndex(({ line }) => line.quad === expiryQuad);
  const birthAt = at - 1;
  if (birthAt < 2 || expiryAt === -1 || !DATE.test(column[birthAt].line.text)) return [];
  const place = column[birthAt].line.text.replace(new RegExp(`^.*?${DATE.source}`), "");
  const after = column.slice(expiryAt + 1, expiryAt + 4);
  const number = after.find(({ line }) => parseValue("document_number", line.text, context) !== null);
  const rows: [PageField, PlacedLine | undefined, string?][] = [
    ["surname", column[birthAt - 2]],
    ["given_names", column[birthAt - 1]],
    ["birth_date", column[birthAt]],
    ["birth_place", column[birthAt], place],
    ["document_number", number],
  ];
  return rows.flatMap(([field, row, text]) => {
    const value = row && parseValue(field, text ?? row.line.text, context);
    return row && value ? [{ field, value, confidence: row.line.confidence * 0.9, image, quad: row.line.quad }] : [];
  });
}
