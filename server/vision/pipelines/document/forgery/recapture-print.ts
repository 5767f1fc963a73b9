import { ramp } from "@/server/vision/ops/ramp";
import { SCREEN_TURN } from "@/server/vision/pipelines/document/forgery/recapture-screen";
import type { ForgerySign } from "@/server/vision/pipelines/document/forgery/types";
import { findLattice } from "@/server/vision/pipelines/document/page-spectrum";

/**
 * Halftone: the dots of a printed copy make a turned square lattice over the whole page; documents are printed in
 * lines.
 */
export const recapturePrint: ForgerySign = {
  id: "recapture_print",
  measure: ({ spectrum, document }) => {
    if (!spectrum) return undefined;
    const lattice = findLattice(spectrum.luma.filter(({ across, down }) => turnOf(across, down) >= SCREEN_TURN));
    if (!lattice) return { strength: 0 };
    const { height, period, turn } = lattice;
    const seen = `every ${period.toFixed(1)} pixels at ${turn.toFixed(0)}°, ${height.toFixed(1)} decades`;
    return { strength: ramp(height, 1, 2), quad: document, note: `Dots of a printed copy cover the page (${seen}).` };
  },
};

/** Angle from the nearer side of the picture, degrees. */
function turnOf(across: number, down: number): number {
  return (Math.atan2(Math.min(Math.abs(across), down), Math.max(Math.abs(across), down)) * 180) / Math.PI;
}
