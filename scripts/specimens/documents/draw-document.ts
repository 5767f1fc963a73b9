import sharp from "sharp";
import type { Image } from "@/server/vision/types";
import { drawCard } from "./card";
import { drawEuLicence } from "./licence-eu";
import { drawUsLicence } from "./licence-us";
import type { DocumentKind, DrawnDocument, Page, Papers } from "./papers";
import { drawPassport } from "./passport";
import { drawTd2Card } from "./td2-card";
import { drawVisa } from "./visa";

const drawings: Readonly<Record<DocumentKind, (papers: Papers) => Promise<DrawnDocument>>> = {
  passport: drawPassport,
  "id-card": drawCard,
  "id-card-td2": drawTd2Card,
  "residence-permit": drawCard,
  "visa-a": drawVisa,
  "visa-b": drawVisa,
  "licence-eu": drawEuLicence,
  "licence-us": drawUsLicence,
};

export const drawDocument = (papers: Papers): Promise<DrawnDocument> => drawings[papers.kind](papers);

/** One side as RGBA pixels, corners cut round; `pxPerMm` 12 is 305 dpi. */
export interface PageRaster {
  readonly width: number;
  readonly height: number;
  /** RGBA, row-major. */
  readonly data: Uint8Array;
}

export async function rasterPage(page: Page, pxPerMm = 12): Promise<PageRaster> {
  const { width_mm: w, height_mm: h, radius_mm: r, body } = page;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(w * pxPerMm)}" height="${Math.round(h * pxPerMm)}" viewBox="0 0 ${w} ${h}"><clipPath id="page"><rect width="${w}" height="${h}" rx="${r}"/></clipPath><g clip-path="url(#page)">${body}</g></svg>`;
  const { data, info } = await sharp(Buffer.from(svg), { unlimited: true, limitInputPixels: 1e9 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** A flat scan: the page on white. */
export async function scanPage(page: Page, pxPerMm = 12): Promise<Image> {
  const { width, height, data } = await rasterPage(page, pxPerMm);
  const out = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < out.length; i += 3, j += 4) {
    const a = data[j + 3] / 255;
    for (let c = 0; c < 3; c++) out[i + c] = data[j + c] * a + 255 * (1 - a);
  }
  return { width, height, data: out };
}
