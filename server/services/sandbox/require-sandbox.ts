import { AppError } from "@/server/contract/errors";
import type { Ctx } from "@/server/services/ports";

/** AppError `not_found` for everything that is not of the sandbox: with live data none of it exists. */
export function requireSandbox({ environment }: Pick<Ctx, "environment">): void {
  if (environment === "test") return;
  throw new AppError("not_found", { reason: "sandbox_only", hint: "Use a key that begins with vf_test_." });
}
