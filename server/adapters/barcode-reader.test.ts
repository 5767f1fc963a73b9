import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";
import { decodePicture } from "@/server/adapters/image-decoder";
import { parseAamva } from "@/server/domain/documents/barcode/aamva";
import { readBarcodes } from "./barcode-reader";

const PAYLOAD =
  "@\n\u001e\rANSI 636026080102DL00410288DLDAQD12345678\nDCSPUBLIC\nDACJOHN\nDBB01311970\nDBA01312035\nDBC1\nDAJAZ\nDCGUSA\r";

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm"));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
});

async function picture(format: "PDF417" | "QRCode", text: string) {
  const { image } = await writeBarcode(text, { format, scale: 3 });
  return (await decodePicture(new Uint8Array(await image!.arrayBuffer()))).image;
}

describe("barcodes", () => {
  it("reads a licence's PDF417 to the letter, and says where it stands", async () => {
    const image = await picture("PDF417", PAYLOAD);
    const [code] = await readBarcodes(image);
    expect(code).toMatchObject({ format: "PDF417", text: PAYLOAD });
    expect(parseAamva(code.text)).toMatchObject({
      surname: "PUBLIC",
      documentNumber: "D12345678",
      birthDate: "1970-01-31",
    });
    for (const [x, y] of code.quad) {
      expect(x).toBeGreaterThanOrEqual(-1);
      expect(x).toBeLessThanOrEqual(image.width + 1);
      expect(y).toBeLessThanOrEqual(image.height + 1);
    }
  });

  it("reads a PDF417 whose rows run aslant, and says where it stands in the picture as given", async () => {
    const level = await picture("PDF417", PAYLOAD);
    const turned = await sharp(level.data, { raw: { width: level.width, height: level.height, channels: 3 } })
      .rotate(11, { background: "#fff" })
      .png()
      .toBuffer();
    const { image } = await decodePicture(new Uint8Array(turned));
    const [code] = await readBarcodes(image, { effort: "thorough" });
    expect(code.text).toBe(PAYLOAD);
    const [[left, top], [right, along]] = code.quad;
    expect((Math.atan2(along - top, right - left) * 180) / Math.PI).toBeCloseTo(11, -0.5);
  });

  it("reads a QR code", async () => {
    const [code] = await readBarcodes(await picture("QRCode", "https://example.org/verify"));
    expect(code).toMatchObject({ format: "QRCode", text: "https://example.org/verify" });
  });

  it("finds none in a blank picture, however hard it looks", async () => {
    const image = { width: 120, height: 80, data: new Uint8Array(120 * 80 * 3).fill(255) };
    expect(await readBarcodes(image, { effort: "thorough" })).toEqual([]);
  });
});
