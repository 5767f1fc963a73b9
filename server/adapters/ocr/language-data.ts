import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { createWorker, type Worker } from "tesseract.js";
import { AppError } from "@/server/contract/errors";

/** Language data as the `@tesseract.js-data/<code>` packages carry it: LSTM, integer weights. */
const DATA = "4.0.0_best_int";

export interface LanguageFile {
  readonly file: string;
  readonly gzip: boolean;
}

/**
 * Where the data of a language lies: in `folder` as `<code>.traineddata`, as Debian's `tesseract-ocr-<code>` installs
 * it, or in the package `@tesseract.js-data/<code>`. Undefined where it is not installed.
 */
export function findLanguage(code: string, folder?: string): LanguageFile | undefined {
  const plain = folder && path.join(folder, `${code}.traineddata`);
  if (plain && existsSync(plain)) return { file: plain, gzip: false };
  const packed = path.join(process.cwd(), "node_modules", "@tesseract.js-data", code, DATA, `${code}.traineddata.gz`);
  return existsSync(packed) ? { file: packed, gzip: true } : undefined;
}

/** What to do about a language that is not installed. */
export function howToInstall(code: string): string {
  return `npm install @tesseract.js-data/${code}, or put ${code}.traineddata into the folder that TESSDATA_PREFIX names`;
}

/**
 * A Tesseract 5 of installed languages; it never downloads. Rejects with `model_unavailable` where one is not
 * installed.
 */
export async function openTesseract(languages: readonly string[], folder?: string): Promise<Worker> {
  const files = languages.map((code) => {
    const found = findLanguage(code, folder);
    if (found) return { code, ...found };
    throw new AppError("model_unavailable", {
      model: `tesseract-${code}`,
      reason: "missing",
      fix: `npm install @tesseract.js-data/${code}`,
    });
  });
  // tesseract.js looks for all languages in one folder and in one form.
  const scratch = await mkdtemp(path.join(tmpdir(), "tesseract-"));
  try {
    for (const { code, file, gzip } of files) {
      const bytes = await readFile(file);
      await writeFile(path.join(scratch, `${code}.traineddata`), gzip ? gunzipSync(bytes) : bytes);
    }
    return await createWorker([...languages], 1, { langPath: scratch, gzip: false, cacheMethod: "none" });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
