import { findLattice, PATCH, peaksOf, type SpectralPeak } from "@/server/vision/pipelines/document/page-spectrum";
import { patchSpectrum } from "@/server/vision/pipelines/liveness/signals/spectrum";
import type { Signal } from "@/server/vision/pipelines/liveness/types";
import type { Plane } from "@/server/vision/types";

/**
 * How far the highest peak that stands level with the picture rises over what is around it, decades: a screen's pixels
 * stand in rows and columns, and a screen is held about level. 0 where there is none.
 */
export const pixelGrid: Signal = { id: "pixel_grid", measure: ({ patch }) => patch && levelPeak(peaksIn(patch)) };

/**
 * The same of the lower of two peaks that make a turned square lattice: dots of print stand at angles to one another.
 */
export const printDots: Signal = { id: "print_dots", measure: ({ patch }) => patch && turnedLattice(peaksIn(patch)) };

/** Degrees: dots of print stand at 15° and more to one another, and at most one of their lattices is level. */
const LEVEL = 8;

function levelPeak(peaks: readonly SpectralPeak[]): number {
  return peaks.find((peak) => turnOf(peak) < LEVEL)?.height ?? 0;
}

function turnedLattice(peaks: readonly SpectralPeak[]): number {
  return findLattice(peaks.filter((peak) => turnOf(peak) >= LEVEL))?.height ?? 0;
}

/** Angle from the nearer side of the picture, degrees. */
function turnOf({ across, down }: SpectralPeak): number {
  return (Math.atan2(Math.min(Math.abs(across), down), Math.max(Math.abs(across), down)) * 180) / Math.PI;
}

const known = new WeakMap<Plane, readonly SpectralPeak[]>();

function peaksIn(patch: Plane): readonly SpectralPeak[] {
  const before = known.get(patch);
  if (before) return before;
  const peaks = peaksOf(logarithm(patchSpectrum(patch), patch.width));
  known.set(patch, peaks);
  return peaks;
}

/** Power of the sensor's and the coder's grain, added so that an even patch has no peaks. */
const GRAIN = 30;

/**
 * Log10 of the power at `PATCH`² frequencies; those of a larger patch are averaged, which quiets them as several
 * patches would.
 */
function logarithm(power: Float64Array, n: number): Float64Array {
  const step = n / PATCH;
  const out = new Float64Array(PATCH * PATCH);
  for (let v = 0; v < PATCH; v++) {
    for (let u = 0; u < PATCH; u++) {
      const mean = step === 1 ? power[v * n + u] : around(power, n, u * step, v * step);
      out[v * PATCH + u] = Math.log10(mean / step ** 2 + GRAIN);
    }
  }
  return out;
}

/** Mean of the nine frequencies about one, the nearer ones counting twice along each axis. */
function around(power: Float64Array, n: number, u: number, v: number): number {
  let sum = 0;
  for (let dv = -1; dv <= 1; dv++) {
    const row = ((v + dv + n) % n) * n;
    const left = power[row + ((u - 1 + n) % n)];
    sum += (dv === 0 ? 2 : 1) * (left + 2 * power[row + u] + power[row + ((u + 1) % n)]);
  }
  return sum / 16;
}
