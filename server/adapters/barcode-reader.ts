import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes as zxingRead } from "zxing-wasm/reader";
import { applyAffine, composeAffine, invertAffine } from "@/server/vision/ops/affine";
import { resize } from "@/server/vision/ops/resize";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import type { Affine, Image } from "@/server/vision/types";

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
  /** `quick`: one pass. `thorough`: denoised, enlarged, shrunken and turned passes as well until something is found. */
  readonly effort?: "quick" | "thorough";
  /** The picture is known to stand upright: the quick pass looks for level symbols only, in half of the time. */
  readonly upright?: boolean;
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
  /** Size of the picture looked at over the one given; at most `LEVELLED_SIDE` on a side where it is turned. */
  readonly scale: number;
  /** Degrees clockwise by which the picture is turned first: PDF417 is found only when its rows run nearly level. */
  readonly turn_deg?: number;
  readonly options: Partial<ReaderOptions>;
}

const PASSES: readonly Pass[] = [
  // Documents print dark on light: looking for light on dark as well would double the time of the pass that always
  // runs.
  { scale: 1, options: { tryInvert: false } },
  { scale: 1, options: { tryDenoise: true } },
  { scale: 1, options: { binarizer: "GlobalHistogram" } },
  { scale: 2, options: {} },
  { scale: 2, options: { tryDenoise: true } },
  { scale: 0.5, options: {} },
  { scale: 3, options: {} },
  { scale: 1, turn_deg: -10, options: {} },
  { scale: 1, turn_deg: 10, options: {} },
  { scale: 1, turn_deg: -20, options: {} },
  { scale: 1, turn_deg: 20, options: {} },
];
/** No enlarging pass looks at more pixels than this: large pictures need none. */
const ENLARGED_PIXELS_MAX = 3_000_000;
const LEVELLED_SIDE = 1400;

interface View {
  readonly image: Image;
  /** From pixels of the picture to those of the view. */
  readonly map: Affine<"source", "view">;
}

function viewOf(image: Image, { scale, turn_deg }: Pass): View {
  const by = turn_deg ? Math.min(1, LEVELLED_SIDE / Math.max(image.width, image.height)) : scale;
  const width = Math.max(1, Math.round(image.width * by));
  const height = Math.max(1, Math.round(image.height * by));
  const sized = by === 1 ? image : resize(image, width, height);
  if (!turn_deg) return { image: sized, map: { m: [by, 0, 0, 0, by, 0] } };
  const [cos, sin] = [Math.cos((turn_deg * Math.PI) / 180), Math.sin((turn_deg * Math.PI) / 180)];
  const [cx, cy] = [width / 2, height / 2];
  const turn: Affine<"sized", "view"> = {
    m: [cos, -sin, cx - cos * cx + sin * cy, sin, cos, cy - sin * cx - cos * cy],
  };
  const grow: Affine<"source", "sized"> = { m: [by, 0, 0, 0, by, 0] };
  return { image: warpAffine(sized, turn, width, height, { fill: 255 }), map: composeAffine(grow, turn) };
}

/** White around the picture: a symbol at its edge has no quiet zone of its own. */
const MARGIN = 12;

/** The view in grey inside its margin, as a PGM file: the reader would make four channels grey itself. */
function toPgm({ width: w, height: h, data: rgb }: Image): Uint8Array {
  const [width, height] = [w + 2 * MARGIN, h + 2 * MARGIN];
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + width * height).fill(255);
  file.set(head);
  for (let y = 0, from = 0; y < h; y++) {
    let to = head.length + (y + MARGIN) * width + MARGIN;
    for (let x = 0; x < w; x++, from += 3) {
      file[to++] = (306 * rgb[from] + 601 * rgb[from + 1] + 117 * rgb[from + 2] + 512) >> 10;
    }
  }
  return file;
}

function found({ format, text, bytes, position }: ReadResult, map: View["map"]): FoundBarcode {
  const back = invertAffine(map);
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const quad = [topLeft, topRight, bottomRight, bottomLeft].map((corner): [number, number] => {
    const { x, y } = applyAffine(back, { x: corner.x - MARGIN, y: corner.y - MARGIN });
    return [x, y];
  });
  return { format, text, bytes, quad };
}

/** Every barcode whose error correction holds; an empty list where there is none. */
export async function readBarcodes(image: Image, options: BarcodeOptions = {}): Promise<readonly FoundBarcode[]> {
  await prepare();
  const formats = [...(options.formats ?? (["PDF417", "QRCode", "Aztec", "DataMatrix"] as const))];
  const thorough = options.effort === "thorough";
  const passes = thorough ? PASSES : PASSES.slice(0, 1);
  for (const pass of passes) {
    const pixels = image.width * image.height * pass.scale * pass.scale;
    if (pass.scale > 1 && pixels > ENLARGED_PIXELS_MAX) continue;
    const view = viewOf(image, pass);
    const results = await zxingRead(toPgm(view.image), {
      formats,
      textMode: "Plain",
      maxNumberOfSymbols: 8,
      tryRotate: thorough || !options.upright,
      ...pass.options,
    });
    const valid = results.filter((result) => result.isValid);
    if (valid.length > 0) return valid.map((result) => found(result, view.map));
  }
  return [];
}
