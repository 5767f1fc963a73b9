import { ramp } from "@/server/vision/ops/ramp";
import type { ForgerySign } from "@/server/vision/pipelines/document/forgery/types";
import type { Image } from "@/server/vision/types";

/**
 * Colour that a grey thing gets from compression and a sensor, after the light's own colour is taken off, 0–255 units.
 */
const GREY = 2.5;
const COLOURED = 6;
/** Share of the page that may be of any colour: a stamp, a finger, a rim of the table. */
const ASIDE = 0.01;

/**
 * A copy without colour, in whatever light it was photographed: on every level of brightness red and blue keep one
 * proportion to green. Documents have coloured print.
 */
export const blackAndWhiteCopy: ForgerySign = {
  id: "black_and_white_copy",
  measure: ({ rectified, document }) => {
    const colour = colourBeyondLight(rectified);
    const strength = ramp(colour, COLOURED, GREY);
    return {
      strength,
      quad: document,
      note: `The page shows no colour but the light's (${colour.toFixed(1)} of 255).`,
    };
  },
};

/** The deviation from grey that all but `ASIDE` of the pixels stay below, after each channel is fitted to green. */
function colourBeyondLight({ data, width, height }: Image): number {
  const cells = meanCells(data, width, height);
  const red = gainOf(cells, 0);
  const blue = gainOf(cells, 2);
  const off: number[] = [];
  for (let k = 0; k < cells.length; k += 3) {
    const green = cells[k + 1];
    off.push(Math.max(Math.abs(cells[k] - red(green)), Math.abs(cells[k + 2] - blue(green))));
  }
  off.sort((a, b) => a - b);
  return off[Math.floor((off.length - 1) * (1 - ASIDE))];
}

const CELL = 6;

/** Means over squares of `CELL` pixels: print keeps its colour, chroma noise and fringes go. */
function meanCells(data: Image["data"], width: number, height: number): Float64Array {
  const [w, h] = [Math.max(1, Math.floor(width / CELL)), Math.max(1, Math.floor(height / CELL))];
  const out = new Float64Array(w * h * 3);
  const side = Math.min(CELL, width, height);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const o = (y * w + x) * 3;
      let [red, green, blue] = [0, 0, 0];
      for (let dy = 0; dy < side; dy++) {
        let p = ((y * CELL + dy) * width + x * CELL) * 3;
        for (let dx = 0; dx < side; dx++, p += 3) {
          red += data[p];
          green += data[p + 1];
          blue += data[p + 2];
        }
      }
      const n = side * side;
      out[o] = red / n;
      out[o + 1] = green / n;
      out[o + 2] = blue / n;
    }
  }
  return out;
}

/** The straight line that gives a channel from green, by least squares. */
function gainOf(cells: Float64Array, channel: 0 | 2): (green: number) => number {
  const n = cells.length / 3;
  let [g, c, gg, gc] = [0, 0, 0, 0];
  for (let k = 0; k < cells.length; k += 3) {
    g += cells[k + 1] / n;
    c += cells[k + channel] / n;
    gg += cells[k + 1] ** 2 / n;
    gc += (cells[k + 1] * cells[k + channel]) / n;
  }
  const spread = gg - g * g;
  const slope = spread > 1e-6 ? (gc - g * c) / spread : 1;
  return (green) => c + slope * (green - g);
}
