import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";

let ready: Promise<unknown> | undefined;

/** zxing would fetch its module from a CDN; it is read from the installed package instead. */
function prepare(): Promise<unknown> {
  ready ??= (async () => {
    const require = createRequire(join(process.cwd(), "package.json"));
    const wasm = readFileSync(require.resolve("zxing-wasm/writer/zxing_writer.wasm"));
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  })();
  return ready;
}

/**
 * A PDF417 symbol as SVG rectangles filling the box (millimetres) by width; throws when the text does not fit a symbol.
 */
export async function pdf417Svg(text: string, x: number, y: number, width: number, height: number): Promise<string> {
  await prepare();
  const { symbol, error } = await writeBarcode(text, {
    format: "PDF417",
    options: "columns=14,ecLevel=5",
    addQuietZones: false,
  });
  if (error || !symbol?.data) throw new Error(`PDF417: ${error || "no symbol"}`);
  const { width: columns, height: rows, data } = symbol;
  let d = "";
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; ) {
      let end = c;
      while (end < columns && !data[r * columns + end]) end++;
      if (end > c) d += `M${c} ${r}h${end - c}v1h${c - end}z`;
      c = end === c ? c + 1 : end;
    }
  }
  return `<rect x="${x - 1}" y="${y - 1}" width="${width + 2}" height="${height + 2}" fill="#fdfdfb"/><path transform="translate(${x} ${y}) scale(${width / columns} ${height / rows})" d="${d}" fill="#141414" shape-rendering="crispEdges"/>`;
}
