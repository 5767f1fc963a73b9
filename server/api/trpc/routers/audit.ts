import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { listAudit } from "@/server/services/audit/list-audit";

export const audit = router({
  list: memberProcedure("audit:read")
    .input(z.object({ before: z.number().int().optional() }))
    .query(({ ctx, input }) => listAudit(ctx.service, input)),
});
