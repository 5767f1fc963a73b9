import sharp from "sharp";
import { expect, test } from "vitest";
import { inspectImage } from "@/server/adapters/vision/inspect-image";
import { bareJpeg } from "@/server/adapters/vision/jpeg-segments";

const picture = () => {
  const data = Uint8Array.from({ length: 60 * 40 * 3 }, (_, i) => (i * 7) % 251);
  return sharp(data, { raw: { width: 60, height: 40, channels: 3 } });
};
const withSecrets = (orientation: number, progressive = false) =>
  picture()
    .withExif({ IFD0: { Artist: "SECRET-ARTIST", Make: "SECRET-CAMERA" }, IFD3: { GPSLatitudeRef: "N" } })
    .withMetadata({ orientation })
    .jpeg({ quality: 80, progressive })
    .toBuffer();
const pixels = (bytes: Uint8Array) => sharp(bytes).autoOrient().raw().toBuffer();

test.each([
  [1, false],
  [6, false],
  [3, true],
] as const)(
  "a JPEG of orientation %i loses its metadata and trailing bytes, and no pixel",
  async (orientation, progressive) => {
    const bytes = Buffer.concat([await withSecrets(orientation, progressive), Buffer.from("TRAILING<script>")]);
    const bare = bareJpeg(bytes, orientation)!;
    expect(Buffer.from(bare).toString("latin1")).not.toMatch(/SECRET|TRAILING|GPS/);
    expect(bare.length).toBeLessThan(bytes.length);
    expect((await sharp(bare).metadata()).orientation ?? 1).toBe(orientation);
    expect(await pixels(bare)).toEqual(await pixels(bytes));
  },
);

test("what cannot be followed as a JPEG is given up", async () => {
  const bytes = await withSecrets(1);
  expect(bareJpeg(bytes.subarray(0, 40), 1)).toBeUndefined();
  expect(bareJpeg(bytes.subarray(0, bytes.length - 2), 1)).toBeUndefined();
  expect(bareJpeg(Buffer.from("no picture at all"), 1)).toBeUndefined();
});

test.each(["jpeg", "png", "webp"] as const)("an inspected %s carries its facts and no metadata", async (format) => {
  const bytes = await picture()
    .withExif({ IFD0: { Artist: "SECRET-ARTIST" } })
    .withMetadata({ orientation: 6 })
    .toFormat(format, { quality: 100 })
    .toBuffer();
  const seen = await inspectImage(bytes);
  expect(seen).toMatchObject({ mime: `image/${format}`, width: 40, height: 60 });
  expect(Buffer.from(seen.bytes).toString("latin1")).not.toContain("SECRET");
  const size = await sharp(seen.bytes).metadata();
  expect([size.autoOrient.width, size.autoOrient.height]).toEqual([40, 60]);
});

test("a truncated picture is refused when it is inspected", async () => {
  const bytes = await withSecrets(1);
  await expect(inspectImage(bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({ code: "invalid_image" });
});
