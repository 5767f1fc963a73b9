import { defineCheck, pass, skipped } from "../check";

export const documentWhole = defineCheck({
  id: "document_whole",
  title: "Whole document is in the picture",
  source: "House policy",
  severity: "serious",
  needs: ["quality"],
  run({ quality }) {
    const measured = quality.filter(({ quality: q }) => q.crop !== undefined);
    if (measured.length === 0) return skipped("quality.crop");
    const cut = measured.find(({ quality: q }) => q.crop! < 0.97);
    if (!cut) return pass();
    const poor = cut.quality.crop! < 0.75;
    return {
      status: poor ? "fail" : "warn",
      reason: "document_cut_off",
      message: `Part of the document is outside the ${cut.image} picture.`,
    };
  },
});
