import { qualityCheck } from "../check-kinds/quality-check";

export const pictureGlare = qualityCheck({
  id: "picture_glare",
  title: "No glare over the document",
  measure: "glare",
  warn: 0.15,
  fail: 0.45,
  severity: "serious",
  message: "Glare covers part of the document.",
});
