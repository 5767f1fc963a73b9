import { defineCheck, pass } from "../check";

export const portraitSingle = defineCheck({
  id: "portrait_single",
  title: "Document shows one person",
  source: "ICAO Doc 9303-3, 3.9",
  severity: "serious",
  needs: ["portrait"],
  run({ portrait: { portrait, image } }) {
    if (!portrait.found) return { status: "skipped", missing: ["portrait"] };
    // A second, smaller print of the same face (ghost portrait) is common.
    if (portrait.count <= 2) return pass();
    return {
      status: "warn",
      reason: "portrait_several",
      message: `${portrait.count} faces were found on the document.`,
      place: portrait.quad && { image, quad: portrait.quad },
    };
  },
});
