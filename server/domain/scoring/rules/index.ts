import type { Rule } from "@/server/domain/scoring/case";
import { expiredDocument } from "@/server/domain/scoring/rules/expired-document";
import { faceMismatch } from "@/server/domain/scoring/rules/face-mismatch";
import { forgerySigns } from "@/server/domain/scoring/rules/forgery-signs";
import { invalidDocument } from "@/server/domain/scoring/rules/invalid-document";
import { knownFace } from "@/server/domain/scoring/rules/known-face";
import { missingFields } from "@/server/domain/scoring/rules/missing-fields";
import { notLive } from "@/server/domain/scoring/rules/not-live";
import { undoneStep } from "@/server/domain/scoring/rules/undone-step";
import { workflowConditions } from "@/server/domain/scoring/rules/workflow-conditions";

/** Every hard rule, in the order in which their reasons are told. */
export const RULES: readonly Rule[] = [
  notLive,
  faceMismatch,
  knownFace,
  expiredDocument,
  invalidDocument,
  forgerySigns,
  workflowConditions,
  missingFields,
  undoneStep,
];
