import { defineCheck, pass } from "../check";

export const documentTypeHint = defineCheck({
  id: "document_type_hint",
  title: "Document is of the type the caller said",
  source: "House policy",
  severity: "blocking",
  needs: ["document_hint"],
  run({ document_hint: hint, detected }) {
    if (detected.type === "other" && detected.confidence < 0.5)
      return { status: "skipped", missing: ["document_type"] };
    if (detected.type === hint) return pass();
    const words = `The caller expected a ${hint.replace("_", " ")}; this is ${detected.type === "other" ? "another kind of document" : `a ${detected.type.replace("_", " ")}`}.`;
    return { status: "fail", reason: "document_type_unexpected", message: words };
  },
});
