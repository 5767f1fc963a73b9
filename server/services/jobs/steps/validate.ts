import { AppError } from "@/server/contract/errors";
import type { DocumentEvidence, ForgerySignal } from "@/server/domain/documents/evidence";
import { judgeDocument } from "@/server/domain/documents/judge-document";
import { findSightings } from "@/server/services/documents/find-sightings";
import type { StepRunner } from "@/server/services/jobs/step-material";

/** Puts what was read through every check. */
export const runValidateStep: StepRunner = async (ctx, { jobId, key, input, outputs, today }) => {
  if (!outputs.ocr) throw new AppError("not_found", { needs: "ocr" });
  const { document_hint: documentHint, country_hint: countryHint } = input;
  const context = { today, documentHint, countryHint, nationalNumbers: ctx.nationalNumbers };
  const { raw, fields, detected } = outputs.ocr;
  const seen = await findSightings(ctx, { jobId, key }, { evidence: raw, fields, country: detected.country });
  const judged = judgeDocument(seen ? withSignal(raw, seen) : raw, context);
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

function withSignal(evidence: DocumentEvidence, signal: ForgerySignal): DocumentEvidence {
  const sides = evidence.sides.map((side) =>
    side.image === signal.image ? { ...side, forgery: [...(side.forgery ?? []), signal] } : side,
  );
  return { ...evidence, sides };
}
