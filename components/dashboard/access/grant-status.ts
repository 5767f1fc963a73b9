import type { Tone } from "@/components/ui/tone";

export type GrantStatus = "requested" | "granted" | "denied" | "ended" | "expired";

/** How each state of a grant looks and reads. */
export const GRANT_STATUS: Record<GrantStatus, { tone: Tone; words: string }> = {
  requested: { tone: "caution", words: "Asked for" },
  granted: { tone: "positive", words: "Runs" },
  denied: { tone: "negative", words: "Refused" },
  ended: { tone: "neutral", words: "Ended" },
  expired: { tone: "neutral", words: "Over" },
};
