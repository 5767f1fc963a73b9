import { z } from "zod";
import { defineAction } from "@/server/services/approvals/action";
import { openJobKey } from "@/server/services/keys/open-job-key";
import { decideVerification } from "@/server/services/verifications/decide-verification";

/** A reviewer turns a rejection into an acceptance. */
export const overrideVerification = defineAction({
  kind: "verification.override",
  title: "Accept a rejected verification",
  needs: { permission: "verifications:decide" },
  schema: z.object({ note: z.string().trim().min(1).max(2000) }),
  keyOf: async (ctx, tx, id) =>
    openJobKey(ctx, tx, await tx.job.findFirstOrThrow({ where: { id, environment: ctx.environment } })),
  reason: ({ note }) => note,
  carryOut: (ctx, { subject: id, input, requestedBy }) =>
    decideVerification(
      { ...ctx, actor: requestedBy },
      { id, decision: "accepted", note: input.note, from: "rejected" },
    ),
});
