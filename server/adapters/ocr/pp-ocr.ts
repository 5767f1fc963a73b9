import type { OcrProvider } from "@/server/adapters/ocr/types";
import { mrzFormats } from "@/server/domain/mrz/formats";
import { mrzOcrB } from "@/server/vision/models/mrz-ocr-b";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import { ppOcrRec } from "@/server/vision/models/pp-ocr-rec";
import { readPage } from "@/server/vision/pipelines/text/read-page";
import type { Runtime } from "@/server/vision/types";

/** The default: PP-OCRv4 for the printed lines, on this machine. */
export function createPpOcr(runtime: Runtime): OcrProvider {
  return {
    id: "pp-ocr",
    cards: [ppOcrDet.card, ppOcrRec.card, mrzOcrB.card],
    read: (image) => readPage(runtime, image, { layouts: mrzFormats }),
    close: async () => undefined,
  };
}
