import { AppError } from "@/server/contract/errors";
import { WorkflowDefinition } from "@/server/domain/workflow/definition";
import { findWorkflowProblems } from "@/server/domain/workflow/find-problems";

/** A definition that can be run. AppError `invalid_request` with the place of everything that is wrong with it. */
export function requireRunnable(given: unknown): WorkflowDefinition {
  const parsed = WorkflowDefinition.safeParse(given);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    throw new AppError("invalid_request", { fields });
  }
  const fields = findWorkflowProblems(parsed.data);
  if (fields.length > 0) throw new AppError("invalid_request", { fields });
  return parsed.data;
}
