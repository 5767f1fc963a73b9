import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { listAudit } from "@/server/services/audit/list-audit";
import { readEvidenceKey } from "@/server/services/evidence/read-evidence-key";

export const audit = router({
  list: memberProcedure("audit:read")
    .input(z.object({ before: z.number().int().optional() }))
    .query(({ ctx, input }) => listAudit(ctx.service, input)),
  /** The public key that signs the account's evidence packs. */
  evidenceKey: memberProcedure("audit:read").query(({ ctx }) => readEvidenceKey(ctx.service)),
});
