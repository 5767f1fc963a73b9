import { signalCheck } from "../check-kinds/signal-check";

export const compression = signalCheck({
  id: "compression",
  title: "Picture was saved once",
  signals: ["double_compression"],
  warn: 0.6,
  fail: 1.01,
  severity: "minor",
  message: "The picture was saved more than once, as after editing.",
});
