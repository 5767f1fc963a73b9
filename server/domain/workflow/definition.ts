import { z } from "zod";
import { StepName } from "@/server/contract/enums";
import { FalseMatchRate, Unit } from "@/server/contract/fields";

/**
 * A tenant's workflow, versioned: what runs, in which order, with which weights and thresholds (specification §3.5,
 * §4).
 */
const Condition = z
  .object({
    id: z.string(),
    /** What is looked at: see condition-subjects. */
    on: z.string(),
    operator: z.enum(["is", "is_not", "in", "not_in", "below", "above"]),
    value: z.union([z.string(), z.number(), z.array(z.string())]),
    outcome: z.enum(["review", "reject"]),
    message: z.string(),
  })
  .strict();

export const WorkflowDefinition = z
  .object({
    steps: z.array(StepName.exclude(["scoring"])).min(1),
    weights: z
      .object({
        liveness: z.number().min(0).max(100),
        face_match: z.number().min(0).max(100),
        document: z.number().min(0).max(100),
        kya: z.number().min(0).max(100),
      })
      .strict(),
    thresholds: z
      .object({
        accept: z.number().min(0).max(100),
        review: z.number().min(0).max(100),
        /** What two faces must reach: a similarity or a false match rate; see domain/face/match-threshold. */
        similarity: Unit.optional(),
        fmr: FalseMatchRate.optional(),
        liveness: Unit,
      })
      .strict(),
    mandatory_fields: z.array(z.string()),
    /** Whether a live face that is enrolled for another subject goes to a person. */
    face_duplicates: z.boolean().optional(),
    conditions: z.array(Condition),
  })
  .strict()
  .refine((d) => d.thresholds.accept > d.thresholds.review, {
    message: "The accept threshold must be above the review threshold.",
    path: ["thresholds", "accept"],
  })
  .refine(({ thresholds: { similarity, fmr } }) => similarity === undefined || fmr === undefined, {
    message: "Name either a similarity or a false match rate (fmr).",
    path: ["thresholds", "fmr"],
  });
export type WorkflowDefinition = z.infer<typeof WorkflowDefinition>;

export const DEFAULT_WORKFLOW: WorkflowDefinition = {
  steps: ["liveness", "ocr", "validate", "face_match", "kya"],
  weights: { liveness: 30, face_match: 40, document: 25, kya: 5 },
  thresholds: { accept: 80, review: 60, similarity: 0.75, liveness: 0.5 },
  mandatory_fields: ["document_number", "surname", "birth_date", "expiry_date"],
  conditions: [],
};
