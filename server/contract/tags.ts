/** Groups of endpoints in the reference, in this order. */
export const TAGS = {
  Liveness: "Is this a live person?",
  Documents: "Read and check identity documents.",
  Faces: "Compare faces, keep templates.",
  Profile: "Light checks of what a person states.",
  Verification: "The whole workflow, decided.",
  Sessions: "Links at which a person captures face and document.",
  Sandbox: "With test keys: every outcome without a camera.",
  Webhooks: "Addresses that hear of what happened.",
} as const;
export type Tag = keyof typeof TAGS;
