import { AppError } from "@/server/contract/errors";
import { judgeDocument } from "@/server/domain/documents/judge-document";
import type { StepRunner } from "@/server/services/jobs/step-material";

/** Puts what was read through every check. */
export const runValidateStep: StepRunner = async (ctx, { input, outputs, today }) => {
  if (!outputs.ocr) throw new AppError("not_found", { needs: "ocr" });
  const { document_hint: documentHint, country_hint: countryHint } = input;
  const context = { today, documentHint, countryHint, nationalNumbers: ctx.nationalNumbers };
  const judged = judgeDocument(outputs.ocr.raw, context);
  return {
    output: {
      step: "validate",
      document_valid: judged.document_valid,
      confidence: judged.confidence,
      checks: judged.checks,
      reasons: judged.reasons,
    },
  };
};
