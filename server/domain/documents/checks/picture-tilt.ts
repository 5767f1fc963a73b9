import { qualityCheck } from "../check-kinds/quality-check";

export const pictureTilt = qualityCheck({
  id: "picture_tilt",
  title: "Document is held level",
  measure: "tilt",
  warn: 0.4,
  fail: 0.1,
  severity: "minor",
  message: "The document is tilted far from the camera.",
});
