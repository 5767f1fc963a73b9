import { z } from "zod";
import { encodePicture } from "@/server/adapters/ocr/encode-picture";
import { readWith } from "@/server/adapters/ocr/read-with";
import type { OcrProvider } from "@/server/adapters/ocr/types";
import { AppError } from "@/server/contract/errors";
import { mrzOcrB } from "@/server/vision/models/mrz-ocr-b";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import type { PageLine } from "@/server/vision/pipelines/text/read-page";
import type { Image, Point, Quad, Runtime } from "@/server/vision/types";

export interface GoogleVisionOptions {
  readonly apiKey: string;
  /**
   * Default `https://vision.googleapis.com`; a regional endpoint such as `https://eu-vision.googleapis.com` keeps data
   * there.
   */
  readonly endpoint?: string;
  readonly timeoutMs?: number;
}

/**
 * The part of `images:annotate` that is read (Cloud Vision REST v1, DOCUMENT_TEXT_DETECTION). Zero coordinates are left
 * out by the service.
 */
const Vertex = z.object({ x: z.number().default(0), y: z.number().default(0) });
const Placed = z.object({ boundingBox: z.object({ vertices: z.array(Vertex).length(4) }) });
const Break = z.object({ detectedBreak: z.object({ type: z.string() }).optional() });
const SymbolOf = z.object({ text: z.string(), property: Break.optional(), confidence: z.number().optional() });
const Word = Placed.extend({ symbols: z.array(SymbolOf), confidence: z.number().optional() });
const Answer = z.object({
  responses: z
    .array(
      z.object({
        error: z.object({ code: z.number(), message: z.string() }).optional(),
        fullTextAnnotation: z
          .object({
            pages: z.array(
              z.object({ blocks: z.array(z.object({ paragraphs: z.array(z.object({ words: z.array(Word) })) })) }),
            ),
          })
          .optional(),
      }),
    )
    .length(1),
});
type Word = z.infer<typeof Word>;

/** Google Cloud Vision reads the printed lines. The picture leaves this machine: the operator's decision. */
export function createGoogleVision(runtime: Runtime, options: GoogleVisionOptions): OcrProvider {
  return {
    id: "google-vision",
    cards: [ppOcrDet.card, mrzOcrB.card],
    read: (image) => readWith(runtime, image, (upright) => annotate(upright, options)),
    close: async () => undefined,
  };
}

async function annotate(upright: Image, options: GoogleVisionOptions): Promise<PageLine[]> {
  const { endpoint = "https://vision.googleapis.com", apiKey, timeoutMs = 15_000 } = options;
  const content = (await encodePicture(upright)).toString("base64");
  const response = await fetch(new URL("/v1/images:annotate", endpoint), {
    method: "POST",
    headers: { "content-type": "application/json", "x-goog-api-key": apiKey },
    body: JSON.stringify({ requests: [{ image: { content }, features: [{ type: "DOCUMENT_TEXT_DETECTION" }] }] }),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => {
    throw failed("unreachable");
  });
  if (!response.ok) throw failed(`status_${response.status}`);
  const answer = Answer.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw failed("unexpected_answer");
  const [result] = answer.data.responses;
  if (result.error) throw failed(`error_${result.error.code}`);
  const pages = result.fullTextAnnotation?.pages ?? [];
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap(({ paragraphs }) => paragraphs.flatMap(({ words }) => linesOf(words))),
  );
}

function failed(reason: string): AppError {
  return new AppError("unavailable", { service: "google-vision", reason });
}

/** Words of a paragraph, parted at the line breaks that the service marks. */
function linesOf(words: readonly Word[]): PageLine[] {
  const lines: Word[][] = [[]];
  for (const word of words) {
    lines[lines.length - 1].push(word);
    if (/LINE_BREAK|EOL/.test(breakAfter(word))) lines.push([]);
  }
  return lines.filter((line) => line.length > 0).map(lineOf);
}

function breakAfter({ symbols }: Word): string {
  return symbols.at(-1)?.property?.detectedBreak?.type ?? "";
}

function lineOf(words: readonly Word[]): PageLine {
  const text = words
    .map((word) => word.symbols.map((s) => s.text).join("") + (/SPACE/.test(breakAfter(word)) ? " " : ""))
    .join("");
  const confidence = words.reduce((sum, word) => sum + (word.confidence ?? 0), 0) / words.length;
  const first = words[0].boundingBox.vertices as Point<"source">[];
  const last = words[words.length - 1].boundingBox.vertices as Point<"source">[];
  const quad: Quad<"source"> = [first[0], last[1], last[2], first[3]];
  return { text: text.trim(), confidence, quad };
}
