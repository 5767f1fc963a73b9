import { signalCheck } from "../check-kinds/signal-check";

export const compression = signalCheck({
  id: "compression",
  title: "Picture was saved once",
  signals: ["double_compression", "error_level"],
  warn: 0.6,
  fail: 1.01,
  severity: "minor",
  message: "Parts of the picture were compressed differently, as after editing.",
});
