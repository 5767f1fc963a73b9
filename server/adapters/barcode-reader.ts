import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes as zxingRead } from "zxing-wasm/reader";
import { resize } from "@/server/vision/ops/resize";
import type { Image } from "@/server/vision/types";

/** Barcodes by zxing-wasm, whose module is read from the installed package: it would fetch it from a CDN otherwise. */

export interface FoundBarcode {
  /** As zxing names them: `PDF417`, `QRCode`, `Aztec`, `DataMatrix`. */
  readonly format: string;
  readonly text: string;
  /** The payload before any character set was guessed. */
  readonly bytes: Uint8Array;
  /** Corners in pixels of the image, clockwise from the symbol's own top left. */
  readonly quad: [number, number][];
}

export interface BarcodeOptions {
  /** Default: the kinds that identity documents carry. */
  readonly formats?: readonly ("PDF417" | "QRCode" | "Aztec" | "DataMatrix")[];
  /** `quick`: one pass. `thorough`: denoised, enlarged and shrunken passes as well until something is found. */
  readonly effort?: "quick" | "thorough";
}

let ready: Promise<unknown> | undefined;

function prepare(): Promise<unknown> {
  ready ??= (async () => {
    const require = createRequire(join(process.cwd(), "package.json"));
    const wasm = readFileSync(require.resolve("zxing-wasm/reader/zxing_reader.wasm"));
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  })();
  return ready;
}

interface Pass {
  /** Size of the picture looked at over the one given. */
  readonly scale: number;
  readonly options: Partial<ReaderOptions>;
}

const PASSES: readonly Pass[] = [
  { scale: 1, options: {} },
  { scale: 1, options: { tryDenoise: true } },
  { scale: 1, options: { binarizer: "GlobalHistogram" } },
  { scale: 2, options: {} },
  { scale: 2, options: { tryDenoise: true } },
  { scale: 0.5, options: {} },
  { scale: 3, options: {} },
];
/** No enlarging pass looks at more pixels than this: large pictures need none. */
const ENLARGED_PIXELS_MAX = 3_000_000;

interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly colorSpace: "srgb";
}

/** The picture at another size with an opaque fourth channel, and a quiet zone of white around it. */
function toRgba(image: Image, scale: number): Rgba & { readonly margin: number } {
  const inner =
    scale === 1
      ? image
      : resize(image, Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  const margin = Math.ceil(12 * scale);
  const width = inner.width + 2 * margin;
  const height = inner.height + 2 * margin;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0, from = 0; y < inner.height; y++) {
    let to = ((y + margin) * width + margin) * 4;
    for (let x = 0; x < inner.width; x++, to += 4, from += 3) {
      data[to] = inner.data[from];
      data[to + 1] = inner.data[from + 1];
      data[to + 2] = inner.data[from + 2];
    }
  }
  return { width, height, data, colorSpace: "srgb", margin };
}

function found(result: ReadResult, scale: number, margin: number): FoundBarcode {
  const { topLeft, topRight, bottomRight, bottomLeft } = result.position;
  const quad = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }): [number, number] => [
    (x - margin) / scale,
    (y - margin) / scale,
  ]);
  return { format: result.format, text: result.text, bytes: result.bytes, quad };
}

/** Every barcode whose error correction holds; an empty list where there is none. */
export async function readBarcodes(image: Image, options: BarcodeOptions = {}): Promise<readonly FoundBarcode[]> {
  await prepare();
  const formats = [...(options.formats ?? (["PDF417", "QRCode", "Aztec", "DataMatrix"] as const))];
  const passes = options.effort === "thorough" ? PASSES : PASSES.slice(0, 1);
  for (const pass of passes) {
    const pixels = image.width * image.height * pass.scale * pass.scale;
    if (pass.scale > 1 && pixels > ENLARGED_PIXELS_MAX) continue;
    const input = toRgba(image, pass.scale);
    const results = await zxingRead(input as unknown as ImageData, {
      formats,
      textMode: "Plain",
      maxNumberOfSymbols: 8,
      ...pass.options,
    });
    const valid = results.filter((result) => result.isValid);
    if (valid.length > 0) return valid.map((result) => found(result, pass.scale, input.margin));
  }
  return [];
}
