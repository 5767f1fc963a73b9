import { infer } from "@/server/vision/infer";
import { LINE_HEIGHT, ppOcrRec, type RecognisedText } from "@/server/vision/models/pp-ocr-rec";
import { crop } from "@/server/vision/ops/crop";
import { cutStrip } from "@/server/vision/pipelines/text/cut-strip";
import type { Strip } from "@/server/vision/pipelines/text/min-area-rect";
import type { Image, Runtime } from "@/server/vision/types";

const BATCH = 8;
/** Lines of one batch are padded to the widest; beyond this ratio a new batch costs less. */
const SPREAD_MAX = 1.35;
const GRID = 32;
const MID_GREY = 127;

/** What each strip says, in order; `turned` reads all of them from the other end. */
export async function readStrips(
  runtime: Runtime,
  image: Image,
  strips: readonly Strip[],
  turned = false,
): Promise<RecognisedText[]> {
  const lines = strips.map((strip) => cutStrip(image, strip, turned));
  const order = lines.map((_, k) => k).sort((a, b) => lines[a].width - lines[b].width);
  const texts: RecognisedText[] = new Array(lines.length);
  for (const batch of batches(order, lines)) {
    const widest = lines[batch[batch.length - 1]].width;
    const width = Math.ceil(widest / GRID) * GRID;
    const padded = batch.map((k) => crop(lines[k], { x: 0, y: 0, width, height: LINE_HEIGHT }, MID_GREY));
    const read = await infer(runtime, ppOcrRec, padded);
    batch.forEach((k, n) => {
      texts[k] = read[n];
    });
  }
  return texts;
}

function batches(order: readonly number[], lines: readonly Image[]): number[][] {
  const out: number[][] = [];
  for (const k of order) {
    const last = out.at(-1);
    const fits = last && last.length < BATCH && lines[k].width < SPREAD_MAX * lines[last[0]].width;
    if (fits) last.push(k);
    else out.push([k]);
  }
  return out;
}
