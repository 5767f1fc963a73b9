import { signalCheck } from "../check-kinds/signal-check";

export const fieldsOverwritten = signalCheck({
  id: "fields_overwritten",
  title: "No field was overwritten",
  signals: ["overwritten_field"],
  warn: 0.5,
  fail: 0.9,
  severity: "blocking",
  message: "The background print stops under one field.",
});
