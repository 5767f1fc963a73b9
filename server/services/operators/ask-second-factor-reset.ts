import { AppError } from "@/server/contract/errors";
import { requestApproval } from "@/server/services/approvals/request-approval";
import { resetSecondFactor } from "@/server/services/people/reset-second-factor";
import type { Ctx } from "@/server/services/ports";

/**
 * Takes somebody's second factor away, or (where `fourEyes` are asked for) asks a second operator. AppError
 * `not_found`, `conflict`.
 */
export async function askSecondFactorReset(
  ctx: Ctx,
  input: { email: string; note: string; fourEyes: boolean },
): Promise<"waiting" | "done"> {
  const email = input.email.trim().toLowerCase();
  const user = await ctx.database.asPlatform((tx) => tx.user.findUnique({ where: { email } }));
  if (!user) throw new AppError("not_found");
  if (!user.totp_sealed) throw new AppError("conflict", { reason: "no_second_factor" });
  if (!input.fourEyes) {
    await resetSecondFactor(ctx, { userId: user.id });
    return "done";
  }
  const asked = { email, note: input.note };
  await requestApproval(ctx, "operator", { kind: "person.second_factor_reset", subject: user.id, input: asked });
  return "waiting";
}
