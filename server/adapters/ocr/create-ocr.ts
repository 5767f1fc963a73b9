import { createGoogleVision } from "@/server/adapters/ocr/google-vision";
import { createPpOcr } from "@/server/adapters/ocr/pp-ocr";
import { createTesseract } from "@/server/adapters/ocr/tesseract";
import type { OcrProvider, OcrProviderId } from "@/server/adapters/ocr/types";
import type { Runtime } from "@/server/vision/types";

export interface OcrSettings {
  readonly provider: OcrProviderId;
  /** Tesseract's language codes, e.g. `eng`, `rus`. */
  readonly tesseractLanguages?: readonly string[];
  /** Folder of `<code>.traineddata`, besides installed packages. */
  readonly tessdataFolder?: string;
  readonly googleVisionKey?: string;
  readonly googleVisionEndpoint?: string;
}

/**
 * The provider that the settings name. Throws where Google Vision is named without a key: a mistake in the
 * configuration.
 */
export function createOcr(runtime: Runtime, settings: OcrSettings): OcrProvider {
  switch (settings.provider) {
    case "pp-ocr":
      return createPpOcr(runtime, settings.tessdataFolder);
    case "tesseract":
      return createTesseract(runtime, settings.tesseractLanguages, settings.tessdataFolder);
    case "google-vision": {
      if (!settings.googleVisionKey)
        throw new Error("OCR_PROVIDER is google-vision, so GOOGLE_VISION_API_KEY must be set.");
      return createGoogleVision(runtime, {
        apiKey: settings.googleVisionKey,
        endpoint: settings.googleVisionEndpoint,
      });
    }
  }
}
