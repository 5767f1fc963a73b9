import readExif from "exif-reader";
import sharp, { type Metadata } from "sharp";
import type { FileFacts } from "@/server/vision/pipelines/document/forgery/types";
import type { Image } from "@/server/vision/types";

/** Quarter turns clockwise, in degrees, that bring a picture of an EXIF orientation upright. */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };

/** Of XMP, this much is searched for names of programs, and so many are kept. */
const XMP_MAX = 65_536;
const NAMES_MAX = 16;
/** A small picture of more pixels is none. */
const THUMBNAIL_PIXELS = 1_000_000;

/**
 * What the file says of its making. Damaged or missing metadata are left out; never rejects for what is in them.
 * @param picture the same picture, small and upright, for comparison with the small picture that the file keeps
 */
export async function fileFacts(bytes: Uint8Array, picture: Image): Promise<FileFacts> {
  const head = await sharp(bytes)
    .metadata()
    .catch((): Partial<Metadata> => ({}));
  const exif = head.exif ? openExif(head.exif) : undefined;
  const text = (value: unknown) => (typeof value === "string" ? value.replace(/\0/g, "").trim() : "");
  const { Software, ProcessingSoftware, Make, Model, DateTime } = exif?.Image ?? {};
  const comments = (head.comments ?? []).filter(({ keyword }) => keyword === "Software").map((one) => one.text);
  const software = [text(Software), text(ProcessingSoftware), ...comments, ...xmpTools(head.xmp), ...blocks(head)];
  return {
    software: [...new Set(software.filter((name) => name !== ""))].slice(0, NAMES_MAX),
    camera: [text(Make), text(Model)].filter((name) => name !== "").join(" ") || undefined,
    takenAt: timeOf(exif?.Photo?.DateTimeOriginal),
    changedAt: timeOf(DateTime),
    thumbnail: head.exif && exif ? await thumbnailOf(head.exif, exif, head.orientation ?? 1) : undefined,
    picture,
  };
}

type Exif = ReturnType<typeof readExif>;

function openExif(exif: Buffer): Exif | undefined {
  try {
    return readExif(exif);
  } catch {
    return undefined;
  }
}

const timeOf = (value: unknown): number | undefined =>
  value instanceof Date && Number.isFinite(value.getTime()) ? value.getTime() : undefined;

/** Programs named by XMP: the one that made the file, and those in its history. */
function xmpTools(xmp: Buffer | undefined): string[] {
  if (!xmp) return [];
  const found = xmp
    .subarray(0, XMP_MAX)
    .toString("utf8")
    .matchAll(/(?:CreatorTool|softwareAgent)(?:="([^"]{1,120})"|>([^<]{1,120})<)/g);
  return [...found].map(([, attribute, element]) => (attribute ?? element).trim());
}

/** Photoshop's own block of image resources. */
function blocks({ iptc }: Partial<Metadata>): string[] {
  return iptc?.subarray(0, 10).toString("latin1") === "Photoshop " ? ["Photoshop (image resources)"] : [];
}

async function thumbnailOf(raw: Buffer, exif: Exif, orientation: number): Promise<Image | undefined> {
  const { JPEGInterchangeFormat: at, JPEGInterchangeFormatLength: length } = exif.Thumbnail ?? {};
  if (typeof at !== "number" || typeof length !== "number") return undefined;
  // Offsets count from the TIFF header, which follows the six letters of `Exif`.
  const start = at + (raw.subarray(0, 4).toString("latin1") === "Exif" ? 6 : 0);
  try {
    const { data, info } = await sharp(raw.subarray(start, start + length), {
      failOn: "error",
      limitInputPixels: THUMBNAIL_PIXELS,
    })
      .rotate(TURNS[orientation] ?? 0)
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    return info.channels === 3 ? { width: info.width, height: info.height, data } : undefined;
  } catch {
    return undefined;
  }
}
