import { createNativeReader } from "@/server/adapters/ocr/native-reader";
import type { OcrProvider } from "@/server/adapters/ocr/types";
import { mrzFormats } from "@/server/domain/mrz/formats";
import { mrzOcrB } from "@/server/vision/models/mrz-ocr-b";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import { ppOcrRec } from "@/server/vision/models/pp-ocr-rec";
import { readPage } from "@/server/vision/pipelines/text/read-page";
import type { Runtime } from "@/server/vision/types";

/**
 * The default: PP-OCRv4 for the printed lines, on this machine; Tesseract for lines of other scripts, as far as the
 * data of their languages is installed. `tessdataFolder`: where besides the packages it is looked for.
 */
export function createPpOcr(runtime: Runtime, tessdataFolder?: string): OcrProvider {
  const native = createNativeReader(tessdataFolder);
  return {
    id: "pp-ocr",
    cards: [ppOcrDet.card, ppOcrRec.card, mrzOcrB.card],
    read: (image) => readPage(runtime, image, { layouts: mrzFormats }),
    native,
    close: () => native.close(),
  };
}
