import { z } from "zod";

/** A piece of JSON Schema, as far as inputs use it. */
interface Piece {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Piece;
  readonly properties?: Readonly<Record<string, Piece>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Piece[];
  readonly oneOf?: readonly Piece[];
}

/** A property whose name says that it names a row: `id`, `userId`, `face_id`, `cursor`. */
const NAMES_A_ROW = /^(id|cursor)$|(Id|_id|Ids|_ids)$/;

function schemaOf(type: z.ZodType): Piece {
  return z.toJSONSchema(type, { unrepresentable: "any", io: "input" }) as Piece;
}

/** The properties of an input that name rows. */
export function rowNames(type: z.ZodType | undefined): string[] {
  return Object.keys((type && schemaOf(type).properties) ?? {}).filter((name) => NAMES_A_ROW.test(name));
}

/** An input that a schema takes, made from what it says of itself; `given` fills properties of the outermost object. */
export function sampleInput(type: z.ZodType, given: Readonly<Record<string, unknown>>): unknown {
  const { properties = {}, required = [] } = schemaOf(type);
  const needed = required.filter((name) => !(name in given));
  return { ...Object.fromEntries(needed.map((name) => [name, sample(properties[name])])), ...given };
}

const FORMATS: Readonly<Record<string, string>> = {
  email: "somebody@elsewhere.example",
  uri: "https://elsewhere.example/",
  "date-time": "2026-01-01T00:00:00Z",
  date: "2026-01-01",
};

function sample(piece: Piece): unknown {
  if (piece.const !== undefined) return piece.const;
  if (piece.enum) return piece.enum[0];
  const choice = piece.anyOf ?? piece.oneOf;
  if (choice) return sample(choice[0]);
  switch (piece.type) {
    case "object":
      return Object.fromEntries((piece.required ?? []).map((name) => [name, sample(piece.properties![name])]));
    case "array":
      return Array.from({ length: piece.minItems ?? 0 }, () => sample(piece.items ?? {}));
    case "integer":
    case "number":
      return Math.max(piece.minimum ?? 1, 1);
    case "boolean":
      return true;
    case undefined:
      // What JSON cannot say: a date.
      return new Date();
    default:
      return FORMATS[piece.format ?? ""] ?? "AAA".padEnd(piece.minLength ?? 0, "x");
  }
}
