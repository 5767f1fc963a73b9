import type { Image, Quad } from "@/server/vision/types";
import { rasterPage } from "../documents/draw-document";
import type { Page } from "../documents/papers";
import { encodeJpeg } from "../picture";
import { drawDesk } from "./desk";
import { addGlare, castShadow, contactShadow, lightUnevenly } from "./light";
import { type Cutout, pasteCutout } from "./paste";
import { addNoise, blurPicture, motionBlur } from "./sensor";
import { quadOf, type Shot } from "./shot";

export interface Photograph {
  readonly jpeg: Buffer;
  readonly image: Image;
  /** Corners of the document, in pixels. */
  readonly quad: Quad;
}

const side = (quad: Quad, a: number, b: number) => Math.hypot(quad[a].x - quad[b].x, quad[a].y - quad[b].y);

/** A page as it would be photographed: laid on a table, lit, blurred, with noise, as JPEG. Deterministic. */
export async function photographPage(page: Page, shot: Shot): Promise<Photograph> {
  const quad = fitInside(quadOf(page.height_mm / page.width_mm, shot), shot);
  const longest = Math.max(side(quad, 0, 1), side(quad, 2, 3));
  const cutout = await rasterPage(page, Math.min(20, Math.max(8, longest / page.width_mm)));
  return photographCutout(cutout, quad, shot);
}

/** The same for pixels that are already drawn (a forged page, a printed copy). */
async function photographCutout(cutout: Cutout, quad: Quad, shot: Shot): Promise<Photograph> {
  let image = await drawDesk(shot.width, shot.height, shot.desk, shot.seed);
  contactShadow(image, quad, shot.width * 0.012, 0.45);
  pasteCutout(image, cutout, quad);
  for (const glare of shot.glare) addGlare(image, glare);
  lightUnevenly(image, shot.light);
  if (shot.shadow > 0) {
    const at = { x: shot.width * 0.62, y: shot.height * 0.55 };
    castShadow(image, at, 0.6 + shot.seed, shot.width * 0.14, shot.shadow);
  }
  if (shot.motion > 1) image = motionBlur(image, shot.motion, shot.seed);
  image = await blurPicture(image, shot.blur);
  addNoise(image, shot.noise, shot.seed);
  return { jpeg: await encodeJpeg(image, shot.quality), image, quad };
}

/** Moves a quad that leaves the picture back in, and shrinks it if it must. */
function fitInside(quad: Quad, { width, height }: Shot): Quad {
  const xs = quad.map((p) => p.x);
  const ys = quad.map((p) => p.y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.min(1, (width * 0.95) / (x1 - x0), (height * 0.94) / (y1 - y0));
  const cx = (x0 + x1) / 2;
  const cy = (y0 + y1) / 2;
  const clamp = (c: number, halfSize: number, limit: number) =>
    Math.min(limit - halfSize * k - limit * 0.02, Math.max(halfSize * k + limit * 0.02, c));
  const nx = clamp(cx, (x1 - x0) / 2, width);
  const ny = clamp(cy, (y1 - y0) / 2, height);
  const move = (p: Quad[number]) => ({ x: nx + (p.x - cx) * k, y: ny + (p.y - cy) * k });
  return [move(quad[0]), move(quad[1]), move(quad[2]), move(quad[3])];
}
