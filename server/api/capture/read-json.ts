import type { z } from "zod";
import { parseInput } from "@/server/api/request/parse-input";
import { readBody } from "@/server/api/request/read-body";
import { AppError } from "@/server/contract/errors";

const SMALL = 16 * 1024;

/** A small JSON body of a known shape. AppError `malformed_request`, `invalid_request`, `request_too_large`. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const text = new TextDecoder().decode(await readBody(request, SMALL));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("malformed_request", { reason: "The body is not JSON." });
  }
  return parseInput(schema, value);
}
