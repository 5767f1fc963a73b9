import { PSM, type Worker } from "tesseract.js";
import { encodePicture } from "@/server/adapters/ocr/encode-picture";
import { findLanguage, howToInstall, openTesseract } from "@/server/adapters/ocr/language-data";
import { isWrittenIn, type NativeScript } from "@/server/domain/countries/native-scripts";
import { cutStrip } from "@/server/vision/pipelines/text/cut-strip";
import type { Strip } from "@/server/vision/pipelines/text/min-area-rect";
import type { PageLine } from "@/server/vision/pipelines/text/read-page";
import type { Image, Quad } from "@/server/vision/types";

export interface NativeReading {
  /** Lines that are written in the script, as Tesseract reads them. */
  readonly lines: readonly PageLine[];
  /** What to install, where lines were left unread for want of it. */
  readonly missing?: { readonly script: NativeScript; readonly language: string; readonly fix: string };
}

export interface NativeReader {
  /** Reads lines with words again, in the script of the issuing state. */
  read(upright: Image, lines: readonly PageLine[], script: NativeScript): Promise<NativeReading>;
  close(): Promise<void>;
}

/**
 * The Latin reader is sure of Cyrillic and Greek too, which it takes for Latin letters: every line with words is read
 * again.
 */
const WORDS = /\p{L}{2}/u;
const NATIVE_MIN = 0.5;
const LINES_MAX = 32;
/** Read beside the state's language, so that Latin lines stay Latin. */
const LATIN = "eng";

/** @param folder `TESSDATA_PREFIX`: a folder of `<code>.traineddata` */
export function createNativeReader(folder?: string): NativeReader {
  const workers = new Map<string, Promise<Worker>>();
  const workerOf = (language: string): Promise<Worker> => {
    const known = workers.get(language);
    if (known) return known;
    const opening = openLine(language, folder);
    workers.set(language, opening);
    opening.catch(() => workers.delete(language));
    return opening;
  };
  return {
    read: async (upright, lines, script) => {
      const worded = lines.filter(({ text }) => text === "" || WORDS.test(text));
      if (worded.length === 0) return { lines: [] };
      const { language } = script;
      if (!findLanguage(language, folder)) {
        return { lines: [], missing: { script, language, fix: howToInstall(language) } };
      }
      const worker = await workerOf(language);
      const out: PageLine[] = [];
      for (const { quad } of worded.slice(0, LINES_MAX)) {
        const picture = await encodePicture(cutStrip(upright, stripOf(quad)));
        const { data } = await worker.recognize(picture);
        const [text, confidence] = [data.text.trim(), data.confidence / 100];
        if (confidence >= NATIVE_MIN && isWrittenIn(script, text))
          out.push({ text, confidence, quad, script: script.script });
      }
      return { lines: out };
    },
    close: async () => {
      const open = await Promise.allSettled(workers.values());
      workers.clear();
      for (const one of open) if (one.status === "fulfilled") await one.value.terminate();
    },
  };
}

async function openLine(language: string, folder: string | undefined): Promise<Worker> {
  const worker = await openTesseract([language, LATIN], folder);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE });
  return worker;
}

function stripOf([a, b, c, d]: Quad): Strip {
  const [ux, uy] = [b.x - a.x, b.y - a.y];
  return {
    cx: (a.x + b.x + c.x + d.x) / 4,
    cy: (a.y + b.y + c.y + d.y) / 4,
    length: Math.max(1, Math.hypot(ux, uy)),
    breadth: Math.max(1, Math.hypot(d.x - a.x, d.y - a.y)),
    angle: Math.atan2(uy, ux),
  };
}
