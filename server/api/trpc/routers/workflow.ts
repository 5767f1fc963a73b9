import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { listSubjects } from "@/server/domain/workflow/condition-subjects";
import { discardDraft } from "@/server/services/workflows/discard-draft";
import { publishDraft, revertWorkflow } from "@/server/services/workflows/publish-draft";
import { readWorkflow } from "@/server/services/workflows/read-workflow";
import { saveDraft } from "@/server/services/workflows/save-draft";
import { simulateWorkflow } from "@/server/services/workflows/simulate-workflow";

const Id = z.object({ id: z.string().max(80) });
/** Judged by the service, which names every field at fault. */
const Definition = z.record(z.string(), z.unknown());

export const workflow = router({
  /** What the screen needs: the workflow, its draft and history, and what conditions can be on. */
  edit: memberProcedure("workflows:read").query(async ({ ctx }) => ({
    workflow: await readWorkflow(ctx.service),
    subjects: listSubjects(),
  })),
  saveDraft: memberProcedure("workflows:write")
    .input(Id.extend({ definition: Definition }))
    .mutation(({ ctx, input }) => saveDraft(ctx.service, input)),
  discardDraft: memberProcedure("workflows:write")
    .input(Id)
    .mutation(({ ctx, input }) => discardDraft(ctx.service, input)),
  /** Reads what the verifications found; it changes nothing, and is asked for by a button. */
  simulate: memberProcedure("workflows:write")
    .input(z.object({ definition: Definition, limit: z.number().int().min(1).max(1_000).optional() }))
    .mutation(({ ctx, input }) => simulateWorkflow(ctx.service, input)),
  publish: memberProcedure("workflows:write")
    .input(Id.extend({ note: z.string().trim().max(500).optional() }))
    .mutation(({ ctx, input }) => publishDraft(ctx.service, input)),
  revert: memberProcedure("workflows:write")
    .input(Id.extend({ version: z.number().int().min(1) }))
    .mutation(({ ctx, input }) => revertWorkflow(ctx.service, input)),
});
