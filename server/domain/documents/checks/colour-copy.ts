import { defineCheck, pass, skipped } from "../check";

export const colourCopy = defineCheck({
  id: "colour_copy",
  title: "Picture is not of a black-and-white copy",
  source: "House policy",
  severity: "serious",
  needs: ["quality"],
  run({ quality }) {
    const measured = quality.filter(({ quality: q }) => q.colour !== undefined);
    if (measured.length === 0) return skipped("quality.colour");
    const grey = measured.find(({ quality: q }) => q.colour! < 0.05);
    if (!grey) return pass();
    return {
      status: "warn",
      reason: "black_and_white_copy",
      message: `The ${grey.image} picture has no colour, as a copy has none.`,
    };
  },
});
