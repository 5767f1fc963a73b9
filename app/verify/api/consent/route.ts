import { z } from "zod";
import { captureVerb } from "@/server/api/capture/capture-verb";
import { readJson } from "@/server/api/capture/read-json";
import { CAPTURE_LOCALES, type CaptureLocale } from "@/server/domain/capture/locales";
import { recordConsent } from "@/server/services/capture/record-consent";

const Body = z.strictObject({ language: z.enum(Object.keys(CAPTURE_LOCALES) as [CaptureLocale]) });

export const POST = captureVerb(async ({ request, ctx, sessionId }) => {
  const { language } = await readJson(request, Body);
  await recordConsent(ctx, { sessionId, language });
  return undefined;
});
