import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { WorkflowDefinition } from "@/server/domain/workflow/definition";
import { readWorkflow } from "@/server/services/workflows/read-workflow";
import { saveWorkflowVersion } from "@/server/services/workflows/save-workflow-version";

export const workflow = router({
  read: memberProcedure("workflows:read").query(({ ctx }) => readWorkflow(ctx.service)),
  save: memberProcedure("workflows:write")
    .input(z.object({ id: z.string(), basedOn: z.number().int(), definition: WorkflowDefinition }))
    .mutation(({ ctx, input }) => saveWorkflowVersion(ctx.service, input)),
});
