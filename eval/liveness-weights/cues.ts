import type { Cue } from "@/eval/liveness-weights/fit-attack";
import type { AttackCue } from "@/server/domain/liveness/passive-model";

/** Which signals speak for which attack, and in which direction. Priors are what each was seen to be worth elsewhere. */
export const CUES: Readonly<Record<AttackCue, readonly Cue[]>> = {
  pattern: [
    { signal: "spectrum_peaks", direction: 1, prior: 1 },
    { signal: "grain", direction: 1, transform: "log", prior: 0.5 },
    { signal: "frame_edges", direction: 1, prior: 0.5 },
  ],
  paper: [
    { signal: "recapture", direction: 1, prior: 1 },
    { signal: "saturation", direction: -1, prior: 0.7 },
    { signal: "fine_detail", direction: -1, prior: 0.5 },
    { signal: "tone_range", direction: -1, prior: 0.4 },
    { signal: "black_level", direction: 1, prior: 0.4 },
    { signal: "frame_edges", direction: 1, prior: 0.4 },
    { signal: "red_spread", direction: -1, prior: 0.4 },
    { signal: "block_grid", direction: 1, prior: 0.2 },
  ],
  glow: [
    { signal: "red_spread", direction: 1, prior: 1 },
    { signal: "blue_spread", direction: 1, prior: 1 },
    { signal: "clipped_highlights", direction: 1, transform: "sqrt", prior: 0.7 },
    { signal: "saturation", direction: 1, prior: 0.5 },
  ],
};
