import { qualityCheck } from "../check-kinds/quality-check";

export const pictureResolution = qualityCheck({
  id: "picture_resolution",
  title: "Document is large enough in the picture",
  measure: "resolution",
  warn: 0.4,
  fail: 0.15,
  severity: "serious",
  message: "The document has too few pixels to be judged.",
});
