import { AppError } from "@/server/contract/errors";
import type { Role } from "@/server/domain/people/permissions";

/** An owner is made, changed and removed by owners only. AppError `forbidden`. */
export function mayGive(by: string, ...roles: readonly (Role | string)[]): void {
  if (roles.includes("owner") && by !== "owner") throw new AppError("forbidden", { role: "owner" });
}
