import { signalCheck } from "../check-kinds/signal-check";

export const recapture = signalCheck({
  id: "recapture",
  title: "Not photographed from a screen or a print",
  signals: ["recapture_screen", "recapture_print"],
  warn: 0.5,
  fail: 0.9,
  severity: "blocking",
  message: "The picture looks taken from a screen or a print instead of a document.",
});
