/** What a colour says. It never says it alone: whoever takes a tone shows a word, and where it can an icon. */
export type Tone = "neutral" | "accent" | "positive" | "caution" | "negative";

/** Soft ground, edge and text of each tone. */
export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-sunken border-line text-muted",
  accent: "bg-accent-soft border-accent-line text-accent-text",
  positive: "bg-positive-soft border-positive-line text-positive-text",
  caution: "bg-caution-soft border-caution-line text-caution-text",
  negative: "bg-negative-soft border-negative-line text-negative-text",
};

/** Text of each tone on any ground. */
export const TONE_TEXT: Record<Tone, string> = {
  neutral: "text-muted",
  accent: "text-accent-text",
  positive: "text-positive-text",
  caution: "text-caution-text",
  negative: "text-negative-text",
};

/** A mark of each tone (bar, ring, dot): 3:1 on any ground. */
export const TONE_MARK: Record<Tone, string> = {
  neutral: "text-edge",
  accent: "text-focus",
  positive: "text-positive",
  caution: "text-caution",
  negative: "text-negative",
};
