import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createWorker, type Worker } from "tesseract.js";
import { encodePicture } from "@/server/adapters/ocr/encode-picture";
import { readWith } from "@/server/adapters/ocr/read-with";
import type { OcrProvider } from "@/server/adapters/ocr/types";
import { AppError } from "@/server/contract/errors";
import { mrzOcrB } from "@/server/vision/models/mrz-ocr-b";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import type { PageLine } from "@/server/vision/pipelines/text/read-page";
import type { Image, Runtime } from "@/server/vision/types";

/** Language data as the `@tesseract.js-data/<code>` packages carry it: LSTM, integer weights. */
const DATA = "4.0.0_best_int";

/**
 * Tesseract 5 (tesseract.js) reads the printed lines, with language data from installed packages: it never downloads.
 * `languages`: codes such as `eng`, `rus`, `ara`; each needs its package `@tesseract.js-data/<code>`.
 */
export function createTesseract(runtime: Runtime, languages: readonly string[] = ["eng"]): OcrProvider {
  let opening: Promise<Worker> | undefined;
  const worker = () => {
    opening ??= openWorker(languages);
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

/** tesseract.js looks for all languages in one folder, and the packages have one folder each. */
async function openWorker(languages: readonly string[]): Promise<Worker> {
  const folder = await mkdtemp(path.join(tmpdir(), "tesseract-"));
  try {
    for (const code of languages) {
      const file = path.join(process.cwd(), "node_modules", "@tesseract.js-data", code, DATA, `${code}.traineddata.gz`);
      await copyFile(file, path.join(folder, path.basename(file))).catch(() => {
        throw missing(code);
      });
    }
    return await createWorker([...languages], 1, { langPath: folder, gzip: true, cacheMethod: "none" });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function missing(code: string): AppError {
  return new AppError("model_unavailable", {
    model: `tesseract-${code}`,
    reason: "missing",
    fix: `npm install @tesseract.js-data/${code}`,
  });
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
