import { z } from "zod";
import { captureVerb } from "@/server/api/capture/capture-verb";
import { readJson } from "@/server/api/capture/read-json";
import { DocumentType } from "@/server/contract/enums";
import { chooseDocument } from "@/server/services/capture/choose-document";

const Body = z.strictObject({
  type: DocumentType,
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
});

export const POST = captureVerb(async ({ request, ctx, sessionId }) => {
  await chooseDocument(ctx, { sessionId, ...(await readJson(request, Body)) });
  return undefined;
});
