import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { fileFacts } from "@/server/adapters/vision/file-facts";
import { inspectImage } from "@/server/adapters/vision/inspect-image";
import { doubleQuantisation } from "@/server/vision/jpeg/double-quantisation";
import { lumaHistograms } from "@/server/vision/jpeg/luma-histograms";
import { parseJpeg } from "@/server/vision/jpeg/parse-jpeg";

const [W, H] = [512, 384];
/** Waves, edges and grain, as a page has them. */
const pixels = Uint8Array.from({ length: W * H * 3 }, (_, i) => {
  const [x, y] = [Math.floor(i / 3) % W, Math.floor(i / 3 / W)];
  const n = Math.sin(x * 12.9898 + y * 78.233 + (i % 3)) * 43758.5453;
  return 128 + 50 * Math.sin(x / 7 + y / 11) + 30 * Math.sign(Math.sin(x / 23)) + 24 * (n - Math.floor(n) - 0.5);
});
const raw = (data: Uint8Array) => sharp(data, { raw: { width: W, height: H, channels: 3 } });
const save = (data: Uint8Array, quality: number) => raw(data).jpeg({ quality }).toBuffer();
const trace = (bytes: Uint8Array) => {
  const head = parseJpeg(bytes);
  return doubleQuantisation(lumaHistograms(bytes, head!, 4000)!);
};

describe("coefficients of a file", () => {
  it("are counted block by block, and hold what the encoder's steps left", async () => {
    const bytes = await save(pixels, 80);
    const head = parseJpeg(bytes)!;
    expect([head.width, head.height, head.sequential]).toEqual([W, H, true]);
    const { blocks, frequencies } = lumaHistograms(bytes, head, 1e9)!;
    expect(blocks).toBe((W / 8) * (H / 8));
    for (const { counts } of frequencies) expect(counts.reduce((sum, n) => sum + n, 0)).toBe(blocks);
    expect(frequencies[0].step).toBe(4);
  });

  it("tell a file that was saved twice from one that was saved once", async () => {
    const once = trace(await save(pixels, 85));
    const before = await sharp(await save(pixels, 60))
      .raw()
      .toBuffer();
    const twice = trace(await save(before, 85));
    expect(once.share).toBeLessThan(0.3);
    expect(twice.share).toBeGreaterThan(0.6);
    expect(twice.certainty).toBeGreaterThan(12);
  });

  it("are not followed where the coding is progressive or the file is cut or no JPEG, and nothing throws", async () => {
    const progressive = await raw(pixels).jpeg({ progressive: true }).toBuffer();
    expect(lumaHistograms(progressive, parseJpeg(progressive)!, 100)).toBeUndefined();
    const bytes = await save(pixels, 80);
    for (let length = 0; length < bytes.length; length += 97) {
      const cut = bytes.subarray(0, length);
      const head = parseJpeg(cut);
      if (head) lumaHistograms(cut, head, 100);
    }
    expect(parseJpeg(await raw(pixels).png().toBuffer())).toBeUndefined();
  });
});

describe("what a file says", () => {
  const exif = {
    IFD0: { Make: "Maker", Model: "One", Software: "Adobe Photoshop 25.0", DateTime: "2026:03:02 10:00:00" },
    IFD2: { DateTimeOriginal: "2026:03:01 09:00:00" },
  };
  it("is read from its metadata, and noted when the picture comes in and the metadata are taken off", async () => {
    const bytes = await raw(pixels).withExif(exif).jpeg().toBuffer();
    const picture = { width: W, height: H, data: pixels };
    expect(await fileFacts(bytes, picture)).toMatchObject({ software: ["Adobe Photoshop 25.0"], camera: "Maker One" });
    const inspected = await inspectImage(bytes);
    expect(inspected.fileSign?.strength).toBeGreaterThan(0.8);
    expect((await sharp(inspected.bytes).metadata()).exif).toBeUndefined();
  });

  it("is nothing where there are no metadata, and damaged ones are left out", async () => {
    expect((await inspectImage(await save(pixels, 80))).fileSign).toBeUndefined();
    const bytes = Buffer.from(await raw(pixels).withExif(exif).jpeg().toBuffer());
    const tiff = bytes.indexOf("Exif") + 6;
    bytes.fill(0x41, tiff, tiff + 80);
    const facts = await fileFacts(bytes, { width: W, height: H, data: pixels });
    expect(facts.camera).toBeUndefined();
  });
});
