import { doubleQuantisation } from "@/server/vision/jpeg/double-quantisation";
import type { LumaHistograms } from "@/server/vision/jpeg/luma-histograms";
import { ramp } from "@/server/vision/ops/ramp";
import type { ForgerySign } from "@/server/vision/pipelines/document/forgery/types";

/**
 * The file was saved before, in the same grid, with other steps: editing leaves that trace, and so does saving anew.
 * Sizes of coefficients then come in a pattern which one saving cannot make (Popescu and Farid 2004).
 */
export const doubleCompression: ForgerySign = {
  id: "double_compression",
  measure: ({ coefficients }) => {
    if (!coefficients || !hasEnough(coefficients)) return undefined;
    const { quality, share, certainty } = doubleQuantisation(coefficients);
    const strength = Math.min(ramp(share, 0, 0.75), ramp(certainty, 6, 12));
    const trace = `${Math.round(Math.min(1, share) * 100)} % of the trace that a first saving at quality ${quality} leaves`;
    return { strength, note: `The picture was saved at least twice (${trace}).` };
  },
};

/** Fewer blocks than of a picture of 256 × 256 say too little. */
const BLOCKS_MIN = 1024;
const hasEnough = ({ blocks }: LumaHistograms) => blocks >= BLOCKS_MIN;
