import { signalCheck } from "../check-kinds/signal-check";

export const zonePrint = signalCheck({
  id: "zone_print",
  title: "Print of the zone is even",
  signals: ["uneven_zone"],
  warn: 0.5,
  fail: 0.9,
  severity: "serious",
  message: "Characters of the zone differ in size, pitch or line.",
});
