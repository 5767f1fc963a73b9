import { qualityCheck } from "../check-kinds/quality-check";

export const pictureExposure = qualityCheck({
  id: "picture_exposure",
  title: "Picture is well lit",
  measure: "exposure",
  warn: 0.35,
  fail: 0.12,
  severity: "serious",
  message: "The picture is too dark or too bright.",
});
