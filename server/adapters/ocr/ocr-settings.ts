import { z } from "zod";
import type { OcrSettings } from "@/server/adapters/ocr/create-ocr";

const Settings = z.object({
  OCR_PROVIDER: z.enum(["pp-ocr", "tesseract", "google-vision"]).default("pp-ocr"),
  TESSERACT_LANGUAGES: z
    .string()
    .regex(/^[a-z_]+(\+[a-z_]+)*$/)
    .default("eng"),
  GOOGLE_VISION_API_KEY: z.string().min(1).optional(),
  GOOGLE_VISION_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
});

/** Who reads printed lines, from the environment. Throws with one sentence a mistake; an empty value counts as not set. */
export function ocrSettings(source: Readonly<Record<string, string | undefined>>): OcrSettings {
  const given = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, source[name] || undefined]));
  const result = Settings.safeParse(given);
  if (!result.success) {
    throw new Error(result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`).join(" "));
  }
  const { OCR_PROVIDER, TESSERACT_LANGUAGES, GOOGLE_VISION_API_KEY, GOOGLE_VISION_ENDPOINT } = result.data;
  return {
    provider: OCR_PROVIDER,
    tesseractLanguages: TESSERACT_LANGUAGES.split("+"),
    googleVisionKey: GOOGLE_VISION_API_KEY,
    googleVisionEndpoint: GOOGLE_VISION_ENDPOINT,
  };
}
