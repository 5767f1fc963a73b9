import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { blankPicture } from "@/server/api/testing/valid-calls";

/** A picture that somebody might send, and what must come of it. */
export interface BadPicture {
  readonly name: string;
  /** Bytes, or what stands in the JSON field as it is. */
  readonly value: Uint8Array | string | number | boolean | null | object;
  /** `refused`: a 4xx that names the field. `looked_at`: a real picture with nobody and nothing on it. */
  readonly becomes: "refused" | "looked_at";
}

const bytes = (...parts: (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part as Uint8Array))),
  );
const refused = (name: string, value: BadPicture["value"]): BadPicture => ({ name, value, becomes: "refused" });
const lookedAt = (name: string, value: Uint8Array): BadPicture => ({ name, value, becomes: "looked_at" });

/** Every bad picture; made, not stored. */
export async function badPictures(): Promise<BadPicture[]> {
  const [jpeg, png, webp] = await Promise.all([blankPicture(), noise("png"), noise("webp")]);
  return [
    ...otherFiles(),
    ...wrongText(jpeg, png),
    ...damaged(jpeg, png, webp),
    ...(await animated()),
    ...bombs(png),
    ...(await strangePictures(jpeg, png)),
  ];
}

function otherFiles(): BadPicture[] {
  return [
    refused("plain text", bytes("hello, this is not a picture")),
    refused("HTML", bytes("<!doctype html><script>alert(1)</script>")),
    refused(
      "SVG",
      bytes('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'),
    ),
    refused(
      "SVG with an XML head and an entity",
      bytes('<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
    ),
    refused("PDF", bytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>")),
    refused("ZIP", bytes([0x50, 0x4b, 3, 4, 20, 0, 0, 0], new Uint8Array(60))),
    refused("gzip", bytes([0x1f, 0x8b, 8, 0], new Uint8Array(20))),
    refused("Windows program", bytes("MZ", new Uint8Array(200))),
    refused("Linux program", bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1], new Uint8Array(60))),
    refused("MP4", bytes([0, 0, 0, 0x18], "ftypmp42", new Uint8Array(60))),
    refused("HEIC", bytes([0, 0, 0, 0x18], "ftypheic", new Uint8Array(60))),
    refused("AVIF", bytes([0, 0, 0, 0x18], "ftypavif", new Uint8Array(60))),
    refused("JPEG XL", bytes([0xff, 0x0a], new Uint8Array(60))),
    refused("JPEG 2000", bytes([0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a], new Uint8Array(60))),
    refused("BMP", bytes("BM", new Uint8Array(120))),
    refused("TIFF, little-endian", bytes([0x49, 0x49, 42, 0, 8, 0, 0, 0], new Uint8Array(60))),
    refused("TIFF, big-endian", bytes([0x4d, 0x4d, 0, 42, 0, 0, 0, 8], new Uint8Array(60))),
    refused("icon", bytes([0, 0, 1, 0, 1, 0], new Uint8Array(60))),
    refused("WAV in a RIFF", bytes("RIFF", [36, 0, 0, 0], "WAVEfmt ", new Uint8Array(40))),
    refused("PostScript", bytes("%!PS-Adobe-3.0\nshowpage")),
    refused("shell script", bytes("#!/bin/sh\nrm -rf /\n")),
    refused("one zero byte", new Uint8Array(1)),
    refused("a thousand zero bytes", new Uint8Array(1000)),
    refused("no bytes", new Uint8Array()),
  ];
}

function wrongText(jpeg: Uint8Array, png: Uint8Array): BadPicture[] {
  const base64 = (picture: Uint8Array) => Buffer.from(picture).toString("base64");
  return [
    refused("text that is no base64", "<base64>"),
    refused("base64 with a foreign sign", `${base64(jpeg).slice(0, 100)}*${base64(jpeg).slice(101)}`),
    refused("base64 of an impossible length", "abcde"),
    refused("base64 of base64", base64(Buffer.from(base64(jpeg)))),
    refused("white space", "   \n"),
    refused("an emoji", "🙂"),
    refused("a data URL of another type", `data:image/png;base64,${base64(jpeg)}`),
    refused("a data URL of HTML", `data:text/html;base64,${base64(png)}`),
    refused("a data URL without base64", "data:image/png,abc"),
    refused("an address", "https://elsewhere.example/picture.jpg"),
    refused("a file's path", "file:///etc/passwd"),
    refused("a number", 42),
    refused("a truth value", true),
    refused("null", null),
    refused("a list", [1, 2, 3]),
    refused("an object", { data: "x" }),
  ];
}

function damaged(jpeg: Uint8Array, png: Uint8Array, webp: Uint8Array): BadPicture[] {
  const cut = (picture: Uint8Array, share: number) => picture.slice(0, Math.floor(picture.length * share));
  const formats = { JPEG: jpeg, PNG: png, WebP: webp };
  const cuts = Object.entries(formats).flatMap(([name, picture]) =>
    [0.05, 0.5, 0.9].map((share) => refused(`${name} cut at ${share * 100} %`, cut(picture, share))),
  );
  return [
    ...cuts,
    refused("JPEG's first three bytes", jpeg.slice(0, 3)),
    refused("PNG's signature alone", png.slice(0, 8)),
    refused("WebP's head alone", webp.slice(0, 12)),
    refused("JPEG's head and then noise", bytes(jpeg.slice(0, 20), pseudoRandom(5000))),
    refused("PNG's head and then noise", bytes(png.slice(0, 33), pseudoRandom(5000))),
    refused("WebP's head and then noise", bytes(webp.slice(0, 16), pseudoRandom(5000))),
    refused("PNG without pixels", pngOf(8, 8, new Uint8Array())),
    refused("PNG of no width", pngOf(0, 8, new Uint8Array(64))),
    refused("PNG whose pixels do not unpack", bytes(png.slice(0, 41), pseudoRandom(400), png.slice(-12))),
  ];
}

async function animated(): Promise<BadPicture[]> {
  const frames = await sharp(Buffer.from(pseudoRandom(16 * 32 * 3)), {
    raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } as never,
  })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  const gif = await sharp(await noise("png"))
    .gif()
    .toBuffer();
  const still = await noise("png");
  const control = chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]);
  return [
    refused("animated WebP", frames),
    refused("GIF", gif),
    refused("GIF, animated", await sharp(frames, { animated: true }).gif().toBuffer()),
    refused("animated PNG", bytes(still.slice(0, 33), control, still.slice(33))),
  ];
}

function bombs(png: Uint8Array): BadPicture[] {
  const pixels = deflateSync(new Uint8Array(4_000_000));
  const jpegHead = [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xff, 0xdc, 0xff, 0xdc, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  return [
    refused("PNG of 50,000 × 50,000", pngOf(50_000, 50_000, pixels)),
    refused("PNG of 2,147,483,647 × 1", pngOf(0x7fffffff, 1, pixels)),
    refused("PNG of 100,000 × 1,000", pngOf(100_000, 1_000, pixels)),
    refused("JPEG of 65,500 × 65,500", bytes(jpegHead, [0xff, 0xd9])),
    refused("eleven megabytes of PNG", bytes(png, new Uint8Array(11 * 1024 * 1024))),
  ];
}

async function strangePictures(jpeg: Uint8Array, png: Uint8Array): Promise<BadPicture[]> {
  const flat = (width: number, height: number, background = "#777") =>
    sharp({ create: { width, height, channels: 3, background } });
  const made = async (picture: Sharp) => new Uint8Array(await picture.toBuffer());
  return [
    lookedAt("one pixel of JPEG", await made(flat(1, 1).jpeg())),
    lookedAt("one pixel of PNG", await made(flat(1, 1).png())),
    lookedAt("one pixel of WebP", await made(flat(1, 1).webp())),
    lookedAt("two pixels", await made(flat(2, 1).png())),
    lookedAt("a line of 4,000 × 1", await made(flat(4000, 1).png())),
    lookedAt("a column of 1 × 4,000", await made(flat(1, 4000).jpeg())),
    lookedAt("all black", await made(flat(300, 200, "#000").jpeg())),
    lookedAt("all white", await made(flat(300, 200, "#fff").jpeg())),
    lookedAt("noise", await noise("png")),
    lookedAt("grey JPEG", await made(flat(200, 200).greyscale().jpeg())),
    lookedAt("progressive JPEG", await made(flat(200, 200).jpeg({ progressive: true }))),
    lookedAt("CMYK JPEG", await made(flat(200, 200).toColourspace("cmyk").jpeg())),
    lookedAt("16-bit PNG", await made(flat(200, 200).toColourspace("rgb16").png())),
    lookedAt(
      "wholly transparent PNG",
      await made(sharp({ create: { width: 99, height: 99, channels: 4, background: "#0000" } }).png()),
    ),
    lookedAt("palette PNG", await made(flat(200, 200).png({ palette: true }))),
    lookedAt("JPEG turned by its tag", await made(flat(300, 100).withMetadata({ orientation: 6 }).jpeg())),
    lookedAt("JPEG with a ZIP behind it", bytes(jpeg, [0x50, 0x4b, 3, 4], new Uint8Array(50))),
    lookedAt("PNG with a script behind it", bytes(png, "<script>alert(1)</script>")),
  ];
}

async function noise(format: "png" | "webp"): Promise<Uint8Array> {
  const raw = sharp(Buffer.from(pseudoRandom(160 * 120 * 3)), { raw: { width: 160, height: 120, channels: 3 } });
  return new Uint8Array(await raw.toFormat(format).toBuffer());
}

/** The same bytes every time. */
function pseudoRandom(length: number): Uint8Array {
  const out = new Uint8Array(length);
  let state = 0x2545f491;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out[i] = state >>> 24;
  }
  return out;
}

/** A PNG that says it has this size, whatever its pixels are. */
function pngOf(width: number, height: number, data: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return bytes(signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", []));
}

function chunk(kind: string, data: Uint8Array | readonly number[]): Uint8Array {
  const body = bytes(kind, data);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return bytes(frame.subarray(0, 4), body, frame.subarray(4));
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
