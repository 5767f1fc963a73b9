import { defineCheck, pass } from "../check";

export const identityDocument = defineCheck({
  id: "identity_document",
  title: "It is an identity document",
  source: "Specification, section 3: passport, identity card, licence, residence permit",
  severity: "blocking",
  needs: [],
  run({ detected }) {
    if (detected.type !== "other") return pass();
    return {
      status: "fail",
      reason: "no_identity_document",
      message: "No passport, identity card, driving licence or residence permit was recognised.",
    };
  },
});
