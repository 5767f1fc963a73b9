import { defineCheck, pass } from "../check";

/**
 * Face height over document height: portraits fill a third to two thirds of a card, the head half to four fifths of
 * those.
 */
const SMALLEST = 0.12;
const LARGEST = 0.75;

export const portraitSize = defineCheck({
  id: "portrait_size",
  title: "Portrait has a plausible size",
  source: "ICAO Doc 9303-3, 3.9; 9303-5, figure 2",
  severity: "minor",
  needs: ["portrait"],
  run({ portrait: { portrait, image } }) {
    if (!portrait.found) return { status: "skipped", missing: ["portrait"] };
    if (portrait.size >= SMALLEST && portrait.size <= LARGEST) return pass();
    return {
      status: "warn",
      reason: "portrait_size_unusual",
      message: "The face on the document is unusually small or large.",
      place: portrait.quad && { image, quad: portrait.quad },
    };
  },
});
