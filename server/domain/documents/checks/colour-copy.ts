import { signalCheck } from "../check-kinds/signal-check";

export const colourCopy = signalCheck({
  id: "colour_copy",
  title: "Picture is not of a black-and-white copy",
  signals: ["black_and_white_copy"],
  warn: 0.5,
  fail: 1.01,
  severity: "serious",
  message: "The page has no colour, as a copy has none.",
});
