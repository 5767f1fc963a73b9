import { defineCheck, pass } from "../check";

export const portraitPresent = defineCheck({
  id: "portrait_present",
  title: "Document shows a portrait",
  source: "ICAO Doc 9303-3, 3.9",
  severity: "serious",
  needs: ["portrait"],
  run({ portrait: { portrait } }) {
    if (portrait.found) return pass();
    return { status: "fail", reason: "portrait_missing", message: "No portrait was found on the document." };
  },
});
