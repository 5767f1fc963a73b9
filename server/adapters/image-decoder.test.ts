import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { decodePicture, inspectPicture } from "@/server/adapters/image-decoder";
import { AppError } from "@/server/contract/errors";

/** Left half red, right half blue, top-left corner white. */
function picture(width: number, height: number): Sharp {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) data[i * 3 + (i % width < width / 2 ? 0 : 2)] = 250;
  for (let y = 0; y < height / 4; y++) data.fill(250, y * width * 3, y * width * 3 + Math.floor(width / 4) * 3);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const code = async (p: Promise<unknown>): Promise<string> => {
  const e = await p.then(
    () => undefined,
    (x: unknown) => x,
  );
  return e instanceof AppError ? `${e.code}${e.details.reason ? `:${e.details.reason}` : ""}` : `not refused: ${e}`;
};

const at = (image: { width: number; data: ArrayLike<number> }, x: number, y: number) =>
  [0, 1, 2].map((c) => image.data[(y * image.width + x) * 3 + c]);

test.each(["jpeg", "png", "webp"] as const)("%s is recognised by its bytes and decoded to RGB", async (format) => {
  const bytes = await picture(80, 40).toFormat(format, { quality: 95 }).toBuffer();
  const decoded = await decodePicture(bytes);
  expect(decoded).toMatchObject({ format, width: 80, height: 40, scale: 1, bytes: bytes.length });
  expect(decoded.image.data.length).toBe(80 * 40 * 3);
  expect(at(decoded.image, 70, 30)[2]).toBeGreaterThan(200);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("EXIF orientation %i comes out upright, its facts too", async (orientation) => {
  const upright = await decodePicture(await picture(80, 40).png().toBuffer());
  const turned = await decodePicture(
    await picture(80, 40).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer(),
  );
  const sideways = orientation >= 5;
  expect([turned.width, turned.height]).toEqual(sideways ? [40, 80] : [80, 40]);
  const [x, y] = (
    { 1: [5, 5], 2: [75, 5], 3: [75, 35], 4: [5, 35], 5: [5, 5], 6: [35, 5], 7: [35, 75], 8: [5, 75] } as const
  )[orientation as 1];
  expect(Math.min(...at(upright.image, 5, 5))).toBeGreaterThan(200);
  expect(Math.min(...at(turned.image, x, y))).toBeGreaterThan(200);
});

test("shrinks while decoding to the longer side asked for, and never enlarges", async () => {
  const bytes = await picture(2000, 1000).jpeg().toBuffer();
  const small = await decodePicture(bytes, { maxSide: 500 });
  expect([small.image.width, small.image.height, small.width]).toEqual([500, 250, 2000]);
  expect(small.scale).toBeCloseTo(0.25);
  expect((await decodePicture(bytes, { maxSide: 5000 })).image.width).toBe(2000);
});

test("grey, 16-bit, transparent and CMYK pictures become three channels", async () => {
  const grey = await decodePicture(await picture(8, 8).greyscale().png().toBuffer());
  expect(grey.image.data.length).toBe(192);
  const deep = await decodePicture(await picture(8, 8).toColourspace("rgb16").png().toBuffer());
  expect(at(deep.image, 7, 7)[2]).toBeGreaterThan(240);
  const clear = await sharp({
    create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  expect(at((await decodePicture(await clear.png().toBuffer())).image, 1, 1)).toEqual([255, 255, 255]);
  const cmyk = await decodePicture(await picture(16, 16).toColourspace("cmyk").jpeg().toBuffer());
  expect(cmyk.image.data.length).toBe(16 * 16 * 3);
});

test("a picture of one pixel is a picture", async () => {
  expect((await decodePicture(await picture(1, 1).png().toBuffer())).image.data.length).toBe(3);
});

test("what is no JPEG, PNG or WebP is refused whatever it calls itself", async () => {
  for (const text of ["GIF89a......", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>", "BM......"]) {
    expect(await code(decodePicture(Buffer.from(text)))).toBe("unsupported_media_type");
  }
  expect(await code(decodePicture(new Uint8Array(0)))).toBe("invalid_image:empty");
});

test("truncated and damaged files are refused as broken, at every length", async () => {
  for (const format of ["jpeg", "png", "webp"] as const) {
    const bytes = await picture(400, 300).toFormat(format).toBuffer();
    for (const part of [0.2, 0.5, 0.8]) {
      const cut = bytes.subarray(0, Math.max(12, Math.floor(bytes.length * part)));
      expect(await code(decodePicture(cut)), `${format} ${part}`).toBe("invalid_image:broken");
    }
  }
  expect(await code(decodePicture(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])))).toBe("invalid_image:broken");
});

test("too many bytes and too many pixels are refused before decoding", async () => {
  const bytes = await picture(100, 100).png().toBuffer();
  expect(await code(decodePicture(bytes, { maxBytes: 50 }))).toBe("image_too_large");
  expect(await code(decodePicture(bytes, { maxPixels: 9_999 }))).toBe("image_too_many_pixels");
  const bomb = await sharp({
    create: { width: 9_000, height: 9_000, channels: 3, background: "#fff" },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  expect(bomb.length).toBeLessThan(5_000_000);
  expect(await code(inspectPicture(bomb))).toBe("image_too_many_pixels");
});

test("animated WebP and PNG are refused as animated", async () => {
  const two = Buffer.concat([await picture(20, 20).raw().toBuffer(), Buffer.alloc(1200, 90)]);
  const webp = await sharp(two, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } as never })
    .webp({ loop: 0 })
    .toBuffer();
  expect(await code(decodePicture(webp))).toBe("invalid_image:animated");
  const png = await picture(20, 20).png().toBuffer();
  const acTL = Buffer.from([0, 0, 0, 8, 0x61, 0x63, 0x54, 0x4c, 0, 0, 0, 2, 0, 0, 0, 0, 0xf3, 0x8d, 0x93, 0x70]);
  expect(await code(decodePicture(Buffer.concat([png.subarray(0, 33), acTL, png.subarray(33)])))).toBe(
    "invalid_image:animated",
  );
});
