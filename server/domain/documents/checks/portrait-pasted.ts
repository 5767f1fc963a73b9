import { signalCheck } from "../check-kinds/signal-check";

export const portraitPasted = signalCheck({
  id: "portrait_pasted",
  title: "Portrait belongs to the document",
  signals: ["pasted_portrait", "ghost_differs"],
  warn: 0.5,
  fail: 0.9,
  severity: "blocking",
  message: "Edges and noise around the portrait differ from the rest of the document.",
});
