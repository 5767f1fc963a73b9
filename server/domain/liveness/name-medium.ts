import type { AttackCue } from "@/server/domain/liveness/passive-model";

/** Signals that name what a picture is shown on, and the decades from which each is seen: genuine faces 0.9 and less. */
export const MEDIUM_SIGNALS = { pixel_grid: 1.5, print_dots: 1.5 } as const;

/** The darkest tones glow on a screen less than they fade on paper. */
const PAPER_BLACK = 56;

/**
 * What a picture that is no face is shown on. Rows of pixels or turned dots are the strongest evidence, and the stronger of them
 * decides; then the tones; and where the cue is a pattern of neither kind, the darkest tones.
 */
export function nameMedium(
  { pattern, paper, glow }: Readonly<Record<AttackCue, number>>,
  signals: Readonly<Record<string, number>>,
): "screen" | "paper" {
  const { pixel_grid = 0, print_dots = 0 } = signals;
  if (pixel_grid >= MEDIUM_SIGNALS.pixel_grid || print_dots >= MEDIUM_SIGNALS.print_dots)
    return pixel_grid > print_dots ? "screen" : "paper";
  if (glow >= Math.max(paper, pattern)) return "screen";
  if (paper >= pattern) return "paper";
  return (signals.black_level ?? 0) >= PAPER_BLACK ? "paper" : "screen";
}
