import { ramp } from "@/server/vision/ops/ramp";
import type { ForgerySign } from "@/server/vision/pipelines/document/forgery/types";
import { findLattice, type PageSpectrum } from "@/server/vision/pipelines/document/page-spectrum";

/** Lattices turned by less are taken for a screen held level: dots of print stand at 15° and more to one another. */
export const SCREEN_TURN = 8;

/**
 * A screen's pixels: one square lattice over the whole page, nearly level with the picture, and stripes of colour, for
 * the three colours of a pixel stand side by side.
 */
export const recaptureScreen: ForgerySign = {
  id: "recapture_screen",
  measure: ({ spectrum, document }) => {
    if (!spectrum) return undefined;
    const grid = gridOf(spectrum);
    const stripes = stripesOf(spectrum);
    const strength = Math.max(ramp(grid, 0.9, 1.8), ramp(stripes, 1.8, 2.8));
    const seen = grid >= stripes ? `pixel lattice ${grid.toFixed(1)}` : `colour stripes ${stripes.toFixed(1)}`;
    return { strength, quad: document, note: `A pattern as of a screen runs over the page (${seen} decades).` };
  },
};

function gridOf({ luma }: PageSpectrum): number {
  const lattice = findLattice(luma);
  return lattice && lattice.turn < SCREEN_TURN ? lattice.height : 0;
}

function stripesOf({ chroma }: PageSpectrum): number {
  const level = chroma.filter(
    ({ across, down }) => Math.min(Math.abs(across), down) <= 0.12 * Math.hypot(across, down),
  );
  return level.reduce((best, { height }) => Math.max(best, height), 0);
}
