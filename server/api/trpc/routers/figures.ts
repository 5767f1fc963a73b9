import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { summariseVerifications } from "@/server/services/overview/summarise-verifications";
import { readUsage } from "@/server/services/usage/read-usage";

/** What the overview and the usage screen count. */
export const figures = router({
  overview: memberProcedure("verifications:read")
    .input(z.object({ days: z.number().int().min(1).max(366).default(30) }))
    .query(({ ctx, input }) => summariseVerifications(ctx.service, input)),
  usage: memberProcedure("usage:read").query(({ ctx }) => readUsage(ctx.service)),
});
