import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { may } from "@/server/domain/people/permissions";
import { decideVerification } from "@/server/services/verifications/decide-verification";
import { overrideVerification } from "@/server/services/verifications/override-verification";
import { readCase } from "@/server/services/verifications/read-case";
import { revealVerification } from "@/server/services/verifications/reveal-verification";
import { searchVerifications, VerificationFilters } from "@/server/services/verifications/search-verifications";

const Id = z.object({ id: z.string().max(80) });

export const verifications = router({
  search: memberProcedure("verifications:read")
    .input(VerificationFilters)
    .query(({ ctx, input }) => searchVerifications(ctx.service, input)),
  read: memberProcedure("verifications:read")
    .input(Id)
    .query(async ({ ctx, input }) => ({
      ...(await readCase(ctx.service, input)),
      mayReveal: may(ctx.membership.role, "verifications:reveal"),
      mayDecide: may(ctx.membership.role, "verifications:decide"),
    })),
  reveal: memberProcedure("verifications:reveal")
    .input(Id)
    .mutation(({ ctx, input }) => revealVerification(ctx.service, input)),
  decide: memberProcedure("verifications:decide")
    .input(Id.extend({ decision: z.enum(["accepted", "rejected"]), note: z.string().trim().min(1).max(2000) }))
    .mutation(({ ctx, input }) => decideVerification(ctx.service, input)),
  override: memberProcedure("verifications:decide")
    .input(Id.extend({ note: z.string().trim().min(1).max(2000) }))
    .mutation(({ ctx, input }) => overrideVerification(ctx.service, input)),
});
