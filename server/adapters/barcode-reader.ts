import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes as zxingRead } from "zxing-wasm/reader";
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

/** Bilinear copy at another size with an opaque fourth channel, and a quiet zone of white around it. */
function toRgba(image: Image, scale: number): Rgba & { readonly margin: number } {
  const margin = Math.ceil(12 * scale);
  const inner = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) };
  const width = inner.width + 2 * margin;
  const height = inner.height + 2 * margin;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const { data: from, width: columns, height: rows } = image;
  for (let y = 0; y < inner.height; y++) {
    const sy = Math.min(rows - 1, Math.max(0, (y + 0.5) / scale - 0.5));
    const y0 = Math.floor(sy);
    const y1 = Math.min(rows - 1, y0 + 1);
    for (let x = 0; x < inner.width; x++) {
      const sx = Math.min(columns - 1, Math.max(0, (x + 0.5) / scale - 0.5));
      const x0 = Math.floor(sx);
      const x1 = Math.min(columns - 1, x0 + 1);
      const to = ((y + margin) * width + x + margin) * 4;
      for (let c = 0; c < 3; c++) {
        const top = from[(y0 * columns + x0) * 3 + c] * (1 - sx + x0) + from[(y0 * columns + x1) * 3 + c] * (sx - x0);
        const low = from[(y1 * columns + x0) * 3 + c] * (1 - sx + x0) + from[(y1 * columns + x1) * 3 + c] * (sx - x0);
        data[to + c] = top * (1 - sy + y0) + low * (sy - y0);
      }
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
