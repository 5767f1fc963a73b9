import { powerSpectrum } from "@/server/vision/ops/fft";
import { nthSmallest } from "@/server/vision/ops/nth-smallest";
import type { Signal } from "@/server/vision/pipelines/liveness/types";
import type { Plane } from "@/server/vision/types";

/**
 * How far the strongest narrow peak of the spectrum stands above its ring, in decades. Pixel grids, moiré and halftone
 * dots are such peaks; a face has none. Frequencies below 0.08 cycles a pixel and the axes (JPEG blocks, frame edges)
 * are left out.
 */
export const spectrumPeaks: Signal = { id: "spectrum_peaks", measure: ({ patch }) => patch && strongestPeak(patch) };

/**
 * Log10 of the energy above 0.3 cycles a pixel over that between 0.08 and 0.3. Recaptured pictures have lost fine
 * detail.
 */
export const fineDetail: Signal = { id: "fine_detail", measure: ({ patch }) => patch && detail(patch) };

/** Several signals look at one spectrum. */
const spectra = new WeakMap<Plane, Float64Array>();

/** |F(u, v)|² of the patch less its mean under a Hann window, row-major, frequency 0 at index 0. */
export function patchSpectrum(patch: Plane): Float64Array {
  const known = spectra.get(patch);
  if (known) return known;
  const power = powerSpectrum(windowed(patch));
  spectra.set(patch, power);
  return power;
}

const LOWEST = 0.08;
const FINE = 0.3;

function strongestPeak(patch: Plane): number {
  const n = patch.width;
  const power = patchSpectrum(patch);
  let best = 0;
  for (const ring of ringsOf(n)) {
    const values = new Float64Array(ring.length);
    let most = 0;
    for (let i = 0; i < ring.length; i++) {
      values[i] = power[ring[i]];
      if (values[i] > most) most = values[i];
    }
    best = Math.max(best, Math.log10((most + 1) / (nthSmallest(values, values.length >> 1) + 1)));
  }
  return best;
}

const rings = new Map<number, readonly Uint32Array[]>();

/**
 * Frequencies by their distance from 0, 1/32 cycle a pixel wide, those that are too few to compare left out. Made once
 * a size.
 */
function ringsOf(n: number): readonly Uint32Array[] {
  const known = rings.get(n);
  if (known) return known;
  const all: number[][] = [];
  visit(n, (index, radius, u, v) => {
    if (radius < LOWEST || Math.abs(u) < 3 || Math.abs(v) < 3) return;
    const ring = Math.floor(radius * 32);
    all[ring] ??= [];
    all[ring].push(index);
  });
  const made = all.filter((ring) => ring && ring.length >= 32).map((ring) => Uint32Array.from(ring));
  rings.set(n, made);
  return made;
}

function detail(patch: Plane): number {
  const power = patchSpectrum(patch);
  let [fine, middle] = [1, 1];
  visit(patch.width, (index, radius) => {
    if (radius >= FINE) fine += power[index];
    else if (radius >= LOWEST) middle += power[index];
  });
  return Math.log10(fine / middle);
}

/** Every frequency inside the half circle that is not a mirror image of another. */
function visit(n: number, see: (index: number, radius: number, u: number, v: number) => void): void {
  for (let v = 0; v < n / 2; v++) {
    for (let u = -n / 2; u < n / 2; u++) {
      const radius = Math.hypot(u, v) / n;
      if (radius <= 0.5) see(v * n + ((u + n) % n), radius, u, v);
    }
  }
}

/** The plane less its mean under a Hann window, so that the edges make no cross. */
function windowed({ width, height, data }: Plane): Plane {
  const mean = data.reduce((sum, v) => sum + v, 0) / data.length;
  const hann = Float64Array.from({ length: width }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / width));
  return { width, height, data: data.map((v, i) => (v - mean) * hann[i % width] * hann[Math.floor(i / width)]) };
}
