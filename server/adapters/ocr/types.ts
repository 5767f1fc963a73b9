import type { NativeReader } from "@/server/adapters/ocr/native-reader";
import type { Page } from "@/server/vision/pipelines/text/read-page";
import type { Image, ModelCard } from "@/server/vision/types";

/**
 * Reads what is printed on a picture. Every provider finds the way up and reads the zone by our own models; they differ
 * in who reads the printed lines. Rejects with AppError: `model_unavailable`, or `unavailable` where an outside service
 * fails.
 */
export interface OcrProvider {
  readonly id: OcrProviderId;
  /** Models whose answers a page rests on, so that a decision can name them. */
  readonly cards: readonly ModelCard[];
  read(image: Image): Promise<Page>;
  /** Reads lines of other scripts again, where the provider itself reads Latin only. */
  readonly native?: NativeReader;
  close(): Promise<void>;
}

export type OcrProviderId = "pp-ocr" | "tesseract" | "google-vision";
