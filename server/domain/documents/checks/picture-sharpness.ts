import { qualityCheck } from "../check-kinds/quality-check";

export const pictureSharpness = qualityCheck({
  id: "picture_sharpness",
  title: "Picture is sharp",
  measure: "sharpness",
  warn: 0.35,
  fail: 0.12,
  severity: "serious",
  message: "The picture is blurred, so fine print cannot be judged.",
});
