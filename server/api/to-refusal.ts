import { AppError } from "@/server/contract/errors";
import type { Log } from "@/server/services/ports";

/** Codes by which Prisma, pg and sockets say that the database cannot be reached or has no room. */
const UNREACHABLE = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "57P01", "57P03", "53300"]);
const NO_SOCKET = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENOTFOUND", "EPIPE"]);

/**
 * Any error as a refusal. What is not an `AppError` is logged here, once; its text may quote a person's data,
 * so only the kind of error, its code and where it arose are kept.
 */
export function toRefusal(error: unknown, log: Log, fields: Record<string, unknown>): AppError {
  if (error instanceof AppError) return error;
  const { name, code, stack } = factsOf(error);
  const unreachable = code !== undefined && (UNREACHABLE.has(code) || NO_SOCKET.has(code));
  log.error(
    { ...fields, error: name, error_code: code, stack },
    unreachable ? "database unreachable" : "request failed",
  );
  return unreachable ? new AppError("unavailable", {}, 5) : new AppError("internal_error");
}

function factsOf(error: unknown): { name: string; code: string | undefined; stack: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, stack: [] };
  const own = (error as { code?: unknown }).code;
  const cause = (error.cause as { code?: unknown; originalCode?: unknown } | undefined) ?? {};
  const code = [own, cause.originalCode, cause.code].find((value) => typeof value === "string") as string | undefined;
  const stack = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return { name: error.name, code, stack: stack.slice(0, 12).map((line) => line.trim()) };
}
