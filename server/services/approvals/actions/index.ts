import type { ApprovalAction } from "@/server/services/approvals/action";
import { changeLimits } from "@/server/services/approvals/actions/change-limits";
import { changeTenant } from "@/server/services/approvals/actions/change-tenant";
import { creditInvoice } from "@/server/services/approvals/actions/credit-invoice";
import { eraseEverything } from "@/server/services/approvals/actions/erase-subject";
import { overrideVerification } from "@/server/services/approvals/actions/override-verification";
import { resetSecondFactor } from "@/server/services/approvals/actions/reset-second-factor";

/** Everything that can wait for a second person. */
export const ACTIONS: readonly ApprovalAction[] = [
  overrideVerification,
  eraseEverything,
  changeTenant,
  changeLimits,
  creditInvoice,
  resetSecondFactor,
];

export function actionOf(kind: string): ApprovalAction {
  const found = ACTIONS.find((action) => action.kind === kind);
  if (!found) throw new Error(`There is no action ${kind}.`);
  return found;
}
