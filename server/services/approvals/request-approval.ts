import { AppError } from "@/server/contract/errors";
import { actionOf } from "@/server/services/approvals/actions/index";
import { auditChain, type Chain, inChain, ofChain } from "@/server/services/approvals/chain";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";

/** A request that nobody decides lapses after this time. */
const APPROVAL_HOURS = 72;

export interface ApprovalRequest {
  readonly kind: string;
  /** Id of what it is about; left out where that would name a person. */
  readonly subject?: string;
  readonly input: unknown;
}

/** Asks for something that a second person has to allow. AppError `conflict` where the same waits already. */
export async function requestApproval(
  ctx: Ctx,
  chain: Chain,
  asked: ApprovalRequest,
): Promise<{ readonly id: string; readonly expiresAt: Date }> {
  const action = actionOf(asked.kind);
  const input = action.schema.parse(asked.input);
  const id = ctx.ids.make("apr");
  const subject = asked.subject ?? id;
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + APPROVAL_HOURS * 3_600_000);
  const own = ofChain(ctx, chain);
  await inChain(ctx, chain, async (tx) => {
    const waiting = { ...own, kind: action.kind, subject, status: "pending", expires_at: { gt: now } };
    if ((await tx.approval.count({ where: waiting })) > 0) throw new AppError("conflict", { reason: "waits_already" });
    const key = await action.keyOf(ctx, tx, subject);
    const context = sealContext("approval", "input_sealed", id);
    const input_sealed = await ctx.keys.seal(key, JSON.stringify(input), context);
    const made = { id, kind: action.kind, subject, input_sealed, requested_by: ctx.actor, requested_at: now };
    await tx.approval.create({ data: { ...own, ...made, expires_at: expiresAt } });
    const details = { kind: action.kind, subject, expires_at: expiresAt.toISOString() };
    await auditChain(ctx, tx, chain, { action: "approval.requested", target: id, details });
  });
  return { id, expiresAt };
}
