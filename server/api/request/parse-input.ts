import type { z } from "zod";
import { AppError } from "@/server/contract/errors";

/** Parses a part of a request with its schema. AppError `invalid_request` naming each field at fault. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_request", { fields: parsed.error.issues.flatMap(faults).slice(0, 20) });
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function faults(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key.slice(0, 100)].join("."),
      message: "There is no such field.",
    }));
  }
  return [{ path: path.join(".") || "(body)", message: sentence(issue) }];
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) return "This field is required.";
  return issue.message;
}
