import { checkProfile } from "@/server/domain/kya/check-profile";
import type { StepRunner } from "@/server/services/jobs/step-material";
import { gatherProfile } from "@/server/services/kya/gather-profile";

/** Checks the stated profile against look-ups and against the document. */
export const runKyaStep: StepRunner = async (ctx, { input, outputs }) => {
  const fields = outputs.ocr?.fields;
  const document = fields && {
    surname: fields.surname,
    givenNames: fields.given_names,
    country: fields.issuing_country,
    nationality: fields.nationality,
  };
  const evidence = await gatherProfile(ctx, input.profile ?? {}, document);
  return { output: { step: "kya", ...checkProfile(evidence) } };
};
