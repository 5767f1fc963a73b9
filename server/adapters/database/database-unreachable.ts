import { AppError } from "@/server/contract/errors";

/**
 * What to throw in its place: AppError `unavailable` for a database that cannot be reached or went away, else the error
 * itself.
 */
export function unavailableIfUnreachable(error: unknown): unknown {
  if (!isUnreachable(error)) return error;
  return Object.assign(new AppError("unavailable", { service: "database" }, 5), { cause: error });
}

/**
 * Prisma's codes for a server that is away, a closed connection and a pool that stays full; Node's and PostgreSQL's
 * own.
 */
const UNREACHABLE = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "ECONNREFUSED",
  "ECONNRESET",
  "57P01",
  "57P03",
  "53300",
]);

/** Of `pg` itself, which gives these no code. */
const WORDS = /Connection terminated|connection error and is not queryable|ECONNREFUSED|timeout exceeded when trying/i;

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof AppError) return false;
  const { code, cause } = error as Error & { code?: string };
  if (code !== undefined && UNREACHABLE.has(code)) return true;
  if (code === "P2028" && /start a transaction|Transaction not found/i.test(error.message)) return true;
  if (WORDS.test(error.message)) return true;
  return cause !== undefined && isUnreachable(cause);
}
