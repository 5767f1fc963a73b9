import { z } from "zod";
import type { OcrSettings } from "@/server/adapters/ocr/create-ocr";
import { VARIABLES } from "@/server/env";

const { OCR_PROVIDER, TESSERACT_LANGUAGES, TESSDATA_PREFIX, GOOGLE_VISION_API_KEY, GOOGLE_VISION_ENDPOINT } = VARIABLES;
const Settings = z.object({
  OCR_PROVIDER: OCR_PROVIDER[0],
  TESSERACT_LANGUAGES: TESSERACT_LANGUAGES[0],
  TESSDATA_PREFIX: TESSDATA_PREFIX[0],
  GOOGLE_VISION_API_KEY: GOOGLE_VISION_API_KEY[0],
  GOOGLE_VISION_ENDPOINT: GOOGLE_VISION_ENDPOINT[0],
});

/**
 * Who reads printed lines, from the environment of a process that needs nothing else of it. Throws for a mistake; an
 * empty value counts as not set.
 */
export function ocrSettings(source: Readonly<Record<string, string | undefined>>): OcrSettings {
  const given = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, source[name] || undefined]));
  const result = Settings.safeParse(given);
  if (!result.success) {
    throw new Error(result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`).join(" "));
  }
  return {
    provider: result.data.OCR_PROVIDER,
    tesseractLanguages: result.data.TESSERACT_LANGUAGES,
    tessdataFolder: result.data.TESSDATA_PREFIX,
    googleVisionKey: result.data.GOOGLE_VISION_API_KEY,
    googleVisionEndpoint: result.data.GOOGLE_VISION_ENDPOINT,
  };
}
