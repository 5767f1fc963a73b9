import { doubleSpectrum } from "@/server/vision/ops/double-spectrum";
import type { Image, Quad } from "@/server/vision/types";

/** A frequency at which every part of the page carries the same pattern. */
export interface SpectralPeak {
  /** Cycles per `PATCH` pixels, rightwards and downwards; `down` is not negative. */
  readonly across: number;
  readonly down: number;
  /** How far its power stands above that of its neighbourhood, decades, mean over the patches. */
  readonly height: number;
}

export interface PageSpectrum {
  readonly patches: number;
  /** Highest first: of brightness, and of red less blue. */
  readonly luma: readonly SpectralPeak[];
  readonly chroma: readonly SpectralPeak[];
}

export const PATCH = 128;
const HALF = PATCH / 2;
const ACROSS = 4;
const DOWN = 2;
/** Below, print itself is periodic: lines of text, strokes. Cycles a patch. */
const LOWEST = 13;
/** Power of the sensor's and the coder's grain, added so that an empty page has no peaks. */
const GRAIN = 30;
/** Peaks that are not kept. */
const SLIGHT = 0.6;
const KEPT = 24;
/** JPEG's blocks of eight pixels, and what is made of them, stand at its multiples on the axes. */
const BLOCKS = PATCH / 8;

/**
 * The mean logarithm of the power over patches spread over the document: a pattern of the medium (a screen's pixels, a
 * press's dots) is the same everywhere, what is printed is not. Undefined where the page holds fewer than four patches.
 */
export function pageSpectrum(image: Image, document: Quad): PageSpectrum | undefined {
  const places = patchPlaces(image, document);
  if (places.length < 4) return undefined;
  const n = PATCH * PATCH;
  const luma = new Float64Array(n);
  const chroma = new Float64Array(n);
  const [a, b, powerA, powerB] = Array.from({ length: 4 }, () => new Float64Array(n));
  const spectrum = doubleSpectrum(PATCH);
  for (const [left, top] of places) {
    cutWindowed(image, left, top, a, b);
    spectrum.of(a, b, powerA, powerB);
    for (let k = 0; k < n; k++) {
      luma[k] += Math.log10(powerA[k] + GRAIN) / places.length;
      chroma[k] += Math.log10(powerB[k] + GRAIN) / places.length;
    }
  }
  return { patches: places.length, luma: peaksOf(luma), chroma: peaksOf(chroma) };
}

function patchPlaces({ width, height }: Image, quad: Quad): [left: number, top: number][] {
  const clamp = (v: number, max: number) => Math.max(0, Math.min(max, v));
  const xs = quad.map(({ x }) => clamp(x, width)).sort((p, q) => p - q);
  const ys = quad.map(({ y }) => clamp(y, height)).sort((p, q) => p - q);
  // The middle two of four corners: what lies inside whichever way the document is tilted.
  const [x0, x1, y0, y1] = [xs[1], xs[2], ys[1], ys[2]];
  if (width < PATCH || height < PATCH) return [];
  const across = Math.min(ACROSS, Math.floor((x1 - x0) / PATCH));
  const down = Math.min(DOWN, Math.floor((y1 - y0) / PATCH));
  const out: [number, number][] = [];
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) {
      const x = x0 + ((i + 0.5) * (x1 - x0)) / across - HALF;
      const y = y0 + ((j + 0.5) * (y1 - y0)) / down - HALF;
      out.push([clamp(Math.round(x), width - PATCH), clamp(Math.round(y), height - PATCH)]);
    }
  }
  return out;
}

const HANN = Float64Array.from({ length: PATCH }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / PATCH));

function cutWindowed(
  { width, data }: Image,
  left: number,
  top: number,
  luma: Float64Array,
  chroma: Float64Array,
): void {
  let [meanLuma, meanChroma] = [0, 0];
  for (let y = 0, k = 0; y < PATCH; y++) {
    let p = ((top + y) * width + left) * 3;
    for (let x = 0; x < PATCH; x++, k++, p += 3) {
      luma[k] = 0.299 * data[p] + 0.587 * data[p + 1] + 0.114 * data[p + 2];
      chroma[k] = data[p] - data[p + 2];
      meanLuma += luma[k];
      meanChroma += chroma[k];
    }
  }
  meanLuma /= luma.length;
  meanChroma /= chroma.length;
  for (let y = 0, k = 0; y < PATCH; y++) {
    for (let x = 0; x < PATCH; x++, k++) {
      const w = HANN[x] * HANN[y];
      luma[k] = (luma[k] - meanLuma) * w;
      chroma[k] = (chroma[k] - meanChroma) * w;
    }
  }
}

/** The highest peaks of a logarithm of power, `PATCH`² and frequency 0 at index 0, over what is around each. */
export function peaksOf(power: Float64Array): SpectralPeak[] {
  const at = (u: number, v: number) => power[((v + PATCH) % PATCH) * PATCH + ((u + PATCH) % PATCH)];
  const peaks: SpectralPeak[] = [];
  for (let v = 0; v <= HALF; v++) {
    for (let u = 1 - HALF; u < HALF; u++) {
      if (v === 0 && u <= 0) continue;
      const radius = u * u + v * v;
      if (radius < LOWEST * LOWEST || radius > HALF * HALF || isBlockGrid(u, v)) continue;
      const here = at(u, v);
      if (here < at(u - 1, v) || here < at(u + 1, v) || here < at(u, v - 1) || here < at(u, v + 1)) continue;
      const height = here - Math.max(around(at, u, v), along(at, u, v));
      if (height > SLIGHT) peaks.push({ across: u, down: v, height });
    }
  }
  return peaks.sort((p, q) => q.height - p.height).slice(0, KEPT);
}

const isBlockGrid = (u: number, v: number) =>
  (Math.abs(v) <= 1 && Math.abs(u) % BLOCKS === 0) || (Math.abs(u) <= 1 && v % BLOCKS === 0);

type At = (u: number, v: number) => number;

/** Mean power of the square ring around a frequency. */
function around(at: At, u: number, v: number): number {
  let sum = 0;
  let count = 0;
  for (let dv = -5; dv <= 5; dv++) {
    for (let du = -5; du <= 5; du++) {
      if (Math.max(Math.abs(du), Math.abs(dv)) < 3) continue;
      sum += at(u + du, v + dv);
      count++;
    }
  }
  return sum / count;
}

/** Near an axis: mean power along it, which level edges and lines of text raise as a whole. */
function along(at: At, u: number, v: number): number {
  if (Math.abs(u) > 2 && Math.abs(v) > 2) return -Infinity;
  let sum = 0;
  for (const d of [-7, -6, -5, -4, -3, 3, 4, 5, 6, 7]) sum += Math.abs(u) <= 2 ? at(u, v + d) : at(u + d, v);
  return sum / 10;
}

/** Seen at a slant, a square lattice's two lengths and its angle are off by up to this share. */
const OBLIQUE = 0.08;

/**
 * The highest lattice: two peaks at right angles and of one length, as pixels and dots of print make them and line
 * patterns do not. `height` is the lower one's; `turn` the lattice's angle from the picture's sides, 0–45 degrees.
 */
export function findLattice(
  peaks: readonly SpectralPeak[],
): { readonly height: number; readonly turn: number; readonly period: number } | undefined {
  let best: { height: number; turn: number; period: number } | undefined;
  for (const [i, p] of peaks.entries()) {
    const radius = Math.hypot(p.across, p.down);
    for (const q of peaks.slice(i + 1)) {
      // Both halves of the plane are one: the partner is turned by 90° either way.
      const miss = Math.min(
        Math.hypot(q.across + p.down, q.down - p.across),
        Math.hypot(q.across - p.down, q.down + p.across),
      );
      if (miss > Math.max(2, OBLIQUE * radius) || (best && best.height >= q.height)) continue;
      const angle = (Math.abs(Math.atan2(p.down, p.across)) * 180) / Math.PI;
      const turn = Math.min(angle % 90, 90 - (angle % 90));
      best = { height: q.height, turn, period: PATCH / radius };
    }
  }
  return best;
}
