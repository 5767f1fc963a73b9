import { rasterPage } from "../documents/draw-document";
import type { Page } from "../documents/papers";
import { drawDesk } from "../wear/desk";
import { contactShadow, lightUnevenly } from "../wear/light";
import { pasteCutout } from "../wear/paste";
import { quadOf, type Shot, shotOf } from "../wear/shot";
import { type Scene, sway } from "./scene";

export interface DocumentSceneOptions {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly seed: number;
  /** Width of the document over the width of the frame. Default: as large as fits. */
  readonly share?: number;
}

/** A document on a table under a hand-held camera that hardly moves. */
export async function documentScene(page: Page, options: DocumentSceneOptions): Promise<Scene> {
  const { width, height, seconds, seed } = options;
  const aspect = page.height_mm / page.width_mm;
  const share = options.share ?? Math.min(0.86, (0.86 * height) / (width * aspect));
  const base: Shot = { ...shotOf("phone", seed), width, height, share, centre: [0.5, 0.5], turn: 0, desk: "walnut" };
  const cutout = await rasterPage(page, Math.max(6, (share * width * 1.1) / page.width_mm));
  const desk = await drawDesk(width, height, base.desk, seed);
  const frame = async (t: number) => {
    const shot: Shot = {
      ...base,
      tiltX: 0.02 * sway(t, seed),
      tiltY: 0.02 * sway(t, seed + 1),
      turn: 0.01 * sway(t, seed + 2),
      centre: [0.5 + 0.004 * sway(t, seed + 3), 0.5 + 0.005 * sway(t, seed + 4)],
    };
    const image = { width, height, data: new Uint8Array(desk.data) };
    const quad = quadOf(aspect, shot);
    contactShadow(image, quad, width * 0.012, 0.45);
    pasteCutout(image, cutout, quad);
    lightUnevenly(image, base.light);
    return image;
  };
  return { seconds, frame };
}
