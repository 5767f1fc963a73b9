import { AppError } from "@/server/contract/errors";
import { auditChain, type Chain, inChain, ofChain } from "@/server/services/approvals/chain";
import type { Ctx } from "@/server/services/ports";

/** Takes one's own request back. AppError `not_found` for another's and for one that is decided. */
export async function withdrawApproval(ctx: Ctx, chain: Chain, input: { id: string }): Promise<void> {
  await inChain(ctx, chain, async (tx) => {
    const where = { ...ofChain(ctx, chain), id: input.id, requested_by: ctx.actor, status: "pending" };
    const data = { status: "withdrawn", decided_at: ctx.clock.now(), input_sealed: null };
    const { count } = await tx.approval.updateMany({ where, data });
    if (count === 0) throw new AppError("not_found", { approval_id: input.id });
    await auditChain(ctx, tx, chain, { action: "approval.withdrawn", target: input.id });
  });
}
