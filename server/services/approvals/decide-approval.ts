import { AppError } from "@/server/contract/errors";
import type { ApprovalAction } from "@/server/services/approvals/action";
import { actionOf } from "@/server/services/approvals/actions/index";
import { auditChain, type Chain, inChain, ofChain } from "@/server/services/approvals/chain";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";

/**
 * The second person's word. Allowing carries it out while the request is held, so that it happens once; a crash before
 * the end leaves the request waiting. AppError `forbidden` for the person who asked, and for one who may not do it
 * themselves (`holds`); `conflict` for a request that is decided or lapsed, and where it cannot be carried out any
 * more; `not_found`.
 */
export async function decideApproval(
  ctx: Ctx,
  chain: Chain,
  input: { id: string; allow: boolean; holds: (action: ApprovalAction) => boolean },
): Promise<void> {
  await inChain(ctx, chain, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM approval WHERE id = ${input.id} FOR UPDATE`;
    const found = await tx.approval.findFirst({ where: { ...ofChain(ctx, chain), id: input.id } });
    if (!found) throw new AppError("not_found", { approval_id: input.id });
    if (found.requested_by === ctx.actor) throw new AppError("forbidden", { reason: "own_request" });
    const action = actionOf(found.kind);
    if (!input.holds(action)) throw new AppError("forbidden", { kind: found.kind });
    const now = ctx.clock.now();
    const status = found.status === "pending" && found.expires_at <= now ? "expired" : found.status;
    if (status !== "pending" || !found.input_sealed) throw new AppError("conflict", { status });
    if (input.allow) {
      const key = await action.keyOf(ctx, tx, found.subject);
      const opened = await ctx.keys.open(key, found.input_sealed, sealContext("approval", "input_sealed", found.id));
      const asked = action.schema.parse(JSON.parse(new TextDecoder().decode(opened)));
      await action.carryOut(ctx, { subject: found.subject, input: asked, requestedBy: found.requested_by });
    }
    const decided = { status: input.allow ? "approved" : "denied", decided_by: ctx.actor, decided_at: now };
    await tx.approval.update({ where: { id: found.id }, data: { ...decided, input_sealed: null } });
    const details = { kind: found.kind, subject: found.subject, requested_by: found.requested_by };
    await auditChain(ctx, tx, chain, { action: `approval.${decided.status}`, target: found.id, details });
  });
}
