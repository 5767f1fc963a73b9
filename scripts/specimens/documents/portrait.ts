import sharp from "sharp";
import { parseColour } from "../colour";
import type { Face } from "../face/person";
import { renderFace } from "../face/render-face";
import { encodePng } from "../picture";

export interface BoxMm {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const drawn = new WeakMap<Face, Promise<Buffer>>();

/** A studio portrait, 35 : 45, as PNG. */
export function portraitPicture(face: Face): Promise<Buffer> {
  const known = drawn.get(face);
  if (known) return known;
  const made = renderFace(face, {
    width: 560,
    height: 720,
    size: 0.26,
    centre: [0.5, 0.5],
    distance: 16,
    light: { azimuth: -0.28, elevation: 0.5, strength: 0.72, ambient: 0.74, colour: "#fffaf2" },
    backdrop: { kind: "sheet", colour: "#d9dde0" },
  }).then(encodePng);
  drawn.set(face, made);
  return made;
}

const image = ({ x, y, width, height }: BoxMm, mime: string, bytes: Buffer) =>
  `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice" href="data:${mime};base64,${bytes.toString("base64")}"/>`;

/** The main portrait, printed: a little flat, with the security lines running over it. */
export async function printedPortrait(face: Face, box: BoxMm, ink: string): Promise<string> {
  const bytes = await sharp(await portraitPicture(face))
    .linear(0.92, 14)
    .jpeg({ quality: 93, chromaSubsampling: "4:4:4" })
    .toBuffer();
  let waves = "";
  for (let y = box.y; y < box.y + box.height + 2; y += 1.5) {
    waves += `M${box.x} ${y}q${box.width / 4} -1.6 ${box.width / 2} 0t${box.width / 2} 0`;
  }
  const id = `frame${Math.round(box.x * 10)}`;
  return `<clipPath id="${id}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx=".8"/></clipPath>
<g clip-path="url(#${id})">${image(box, "image/jpeg", bytes)}<path d="${waves}" fill="none" stroke="${ink}" stroke-width=".08" opacity=".22"/></g>`;
}

/** The second portrait: one ink, darkness as coverage, so that paper and waves show through. */
export async function ghostPortrait(face: Face, box: BoxMm, ink: string, strength = 0.62): Promise<string> {
  const width = 260;
  const height = Math.round((width * box.height) / box.width);
  const grey = await sharp(await portraitPicture(face))
    .resize(width, height)
    .greyscale()
    .normalise()
    .raw()
    .toBuffer();
  const [r, g, b] = parseColour(ink).map((v) => Math.round(255 * v ** (1 / 2.2)));
  const rgba = Buffer.alloc(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const dx = Math.abs(((i % width) + 0.5) / width - 0.5) * 2;
    const dy = Math.abs((Math.floor(i / width) + 0.5) / height - 0.5) * 2;
    const fade = Math.min(1, Math.max(0, (1 - Math.max(dx, dy)) * 7));
    rgba.set([r, g, b, (255 - grey[i]) * strength * fade], i * 4);
  }
  return image(
    box,
    "image/png",
    await sharp(rgba, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  );
}
