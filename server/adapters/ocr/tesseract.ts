import type { Worker } from "tesseract.js";
import { encodePicture } from "@/server/adapters/ocr/encode-picture";
import { openTesseract } from "@/server/adapters/ocr/language-data";
import { readWith } from "@/server/adapters/ocr/read-with";
import type { OcrProvider } from "@/server/adapters/ocr/types";
import { mrzOcrB } from "@/server/vision/models/mrz-ocr-b";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import type { PageLine } from "@/server/vision/pipelines/text/read-page";
import type { Image, Runtime } from "@/server/vision/types";

/**
 * Tesseract 5 (tesseract.js) reads the printed lines, with language data from installed packages: it never downloads.
 * `languages`: codes such as `eng`, `rus`, `ara`; each needs its package `@tesseract.js-data/<code>`.
 */
export function createTesseract(
  runtime: Runtime,
  languages: readonly string[] = ["eng"],
  tessdataFolder?: string,
): OcrProvider {
  let opening: Promise<Worker> | undefined;
  const worker = () => {
    opening ??= openTesseract(languages, tessdataFolder);
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  return {
    id: "tesseract",
    cards: [ppOcrDet.card, mrzOcrB.card],
    read: (image) => readWith(runtime, image, async (upright) => readLines(await worker(), upright)),
    close: async () => {
      const open = await opening?.catch(() => undefined);
      opening = undefined;
      await open?.terminate();
    },
  };
}

async function readLines(worker: Worker, upright: Image): Promise<PageLine[]> {
  const { data } = await worker.recognize(await encodePicture(upright), {}, { text: false, blocks: true });
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines
    .map(
      ({ text, confidence, bbox: { x0, y0, x1, y1 } }): PageLine => ({
        text: text.trim(),
        confidence: confidence / 100,
        quad: [
          { x: x0, y: y0 },
          { x: x1, y: y0 },
          { x: x1, y: y1 },
          { x: x0, y: y1 },
        ],
      }),
    )
    .filter(({ text }) => text !== "");
}
