import type { Approval } from "@/prisma/generated/client";
import { actionOf } from "@/server/services/approvals/actions/index";
import { type Chain, inChain, ofChain } from "@/server/services/approvals/chain";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, Tx } from "@/server/services/ports";

export interface ApprovalView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** Id of what it is about; the request's own where that would name a person. */
  readonly subject: string;
  /** Null once it was decided, and after an erasure. */
  readonly reason: string | null;
  readonly status: "pending" | "approved" | "denied" | "withdrawn" | "expired";
  readonly requestedBy: string;
  /** It is the asker's own, so they may take it back and not allow it. */
  readonly own: boolean;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const PAGE = 50;

/** The latest requests of the chain, those that wait first. */
export async function listApprovals(ctx: Ctx, chain: Chain): Promise<ApprovalView[]> {
  return inChain(ctx, chain, async (tx) => {
    const where = ofChain(ctx, chain);
    const rows = await tx.approval.findMany({ where, orderBy: { requested_at: "desc" }, take: PAGE });
    const views: ApprovalView[] = [];
    for (const row of rows) views.push(await viewApproval(ctx, tx, row));
    const names = await namesOf(tx, views);
    const named = views.map((view) => ({
      ...view,
      requestedBy: names.get(view.requestedBy) ?? view.requestedBy,
      decidedBy: view.decidedBy && (names.get(view.decidedBy) ?? view.decidedBy),
    }));
    return [...named.filter((v) => v.status === "pending"), ...named.filter((v) => v.status !== "pending")];
  });
}

async function viewApproval(ctx: Ctx, tx: Tx, row: Approval): Promise<ApprovalView> {
  const lapsed = row.status === "pending" && row.expires_at <= ctx.clock.now();
  return {
    id: row.id,
    kind: row.kind,
    title: actionOf(row.kind).title,
    subject: row.subject,
    reason: row.status === "pending" && !lapsed ? await readReason(ctx, tx, row) : null,
    status: lapsed ? "expired" : (row.status as ApprovalView["status"]),
    requestedBy: row.requested_by,
    own: row.requested_by === ctx.actor,
    requestedAt: row.requested_at,
    expiresAt: row.expires_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}

async function readReason(ctx: Ctx, tx: Tx, row: Approval): Promise<string | null> {
  if (!row.input_sealed) return null;
  const action = actionOf(row.kind);
  const key = await action.keyOf(ctx, tx, row.subject);
  const opened = await ctx.keys.open(key, row.input_sealed, sealContext("approval", "input_sealed", row.id));
  return action.reason(action.schema.parse(JSON.parse(new TextDecoder().decode(opened))));
}

/** Names of the people who asked and decided, as far as they are still there. */
async function namesOf(tx: Tx, views: readonly ApprovalView[]): Promise<Map<string, string>> {
  const ids = views.flatMap((view) => [view.requestedBy, view.decidedBy ?? ""]);
  const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map((person) => [person.id, person.name]));
}
