import { signalCheck } from "../check-kinds/signal-check";

export const metadata = signalCheck({
  id: "metadata",
  title: "No editing software named in the file",
  signals: ["edited_metadata"],
  warn: 0.5,
  fail: 1.01,
  severity: "serious",
  message: "The file names picture-editing software.",
});
