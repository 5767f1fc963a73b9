import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { searchVerifications, VerificationFilters } from "@/server/services/verifications/search-verifications";

export const verifications = router({
  search: memberProcedure("verifications:read")
    .input(VerificationFilters)
    .query(({ ctx, input }) => searchVerifications(ctx.service, input)),
});
export const Id = z.object({ id: z.string().max(80) });
