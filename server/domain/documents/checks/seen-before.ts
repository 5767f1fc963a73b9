import { signalCheck } from "../check-kinds/signal-check";

export const seenBefore = signalCheck({
  id: "seen_before",
  title: "Not seen before under another name",
  signals: ["seen_before"],
  warn: 0.5,
  fail: 0.9,
  severity: "blocking",
  message: "The same document or picture was presented before under another name.",
});
