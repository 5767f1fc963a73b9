import type { Page } from "../documents/papers";
import { type BoxMm, portraitPicture } from "../documents/portrait";
import type { Face } from "../face/person";
import { textPath } from "../text/text-path";

/**
 * A cut-out portrait glued on: straight edges, a rim of paper, its own colour, a hair out of square, no security lines.
 */
export async function pastePortrait(page: Page, face: Face, place: BoxMm): Promise<Page> {
  const picture = (await portraitPicture(face)).toString("base64");
  const { x, y, width, height } = place;
  const cx = x + width / 2;
  const cy = y + height / 2;
  const body = `${page.body}<g transform="rotate(1.3 ${cx} ${cy})">
<rect x="${x - 0.2}" y="${y + 0.25}" width="${width + 0.7}" height="${height + 0.6}" fill="#000" opacity=".25"/>
<rect x="${x - 0.3}" y="${y - 0.3}" width="${width + 0.6}" height="${height + 0.6}" fill="#fbf7ee"/>
<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice" href="data:image/png;base64,${picture}"/>
<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#c8722a" opacity=".1"/></g>`;
  return { ...page, body };
}

/**
 * A field painted over and set again: flat colour where the waves should run, another face, a step off the baseline.
 */
export function overwriteField(page: Page, place: BoxMm, text: string, paper = "#e9f0ee"): Page {
  const { x, y, width, height } = place;
  const cover = `<rect x="${x - 0.4}" y="${y - 0.2}" width="${width}" height="${height + 0.2}" fill="${paper}"/>`;
  const print = textPath(text, x + 0.25, y + height - 0.45, {
    size: height * 0.95,
    style: "serif-bold",
    fill: "#26242c",
  });
  return { ...page, body: page.body + cover + print };
}
