import { accessPolicyOf } from "@/server/domain/people/access-policy";
import { requestApproval } from "@/server/services/approvals/request-approval";
import type { Ctx } from "@/server/services/ports";
import { eraseSubject } from "@/server/services/privacy/erase-subject";

/** Erases everything about a person, or asks a second one to allow it where the tenant wants four eyes. */
export async function askErasure(ctx: Ctx, input: { reference: string; note: string }): Promise<"waiting" | "done"> {
  const { settings } = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { settings: true } }),
  );
  if (accessPolicyOf(settings).four_eyes) {
    await requestApproval(ctx, "tenant", { kind: "subject.erase", input });
    return "waiting";
  }
  await eraseSubject(ctx, { reference: input.reference });
  return "done";
}
