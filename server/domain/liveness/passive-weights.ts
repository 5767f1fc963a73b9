import type { PassiveWeights } from "@/server/domain/liveness/passive-model";

/** Written by eval/derive-liveness-weights.ts from 162 genuine pictures, 29 attacks and 80 simulated ones. */
export const PASSIVE_WEIGHTS: PassiveWeights = {
  pattern: {
    bias: -7.0268,
    signals: [
      {
        signal: "spectrum_peaks",
        direction: 1,
        median: 1.516,
        deviation: 0.2062,
        weight: 1.33,
      },
      {
        signal: "grain",
        direction: 1,
        transform: "log",
        median: -0.2757,
        deviation: 0.5526,
        weight: 0.9515,
      },
      {
        signal: "frame_edges",
        direction: 1,
        median: 0.2414,
        deviation: 0.1738,
        weight: 0.7571,
      },
    ],
  },
  paper: {
    bias: -4.012,
    signals: [
      {
        signal: "saturation",
        direction: -1,
        median: 0.3439,
        deviation: 0.1023,
        weight: 1.2409,
      },
      {
        signal: "fine_detail",
        direction: -1,
        median: -1.1238,
        deviation: 0.2951,
        weight: 0.2019,
      },
      {
        signal: "tone_range",
        direction: -1,
        median: 169.861,
        deviation: 34.3385,
        weight: 0.7462,
      },
      {
        signal: "black_level",
        direction: 1,
        median: 31.076,
        deviation: 24.3795,
        weight: 0.3788,
      },
      {
        signal: "frame_edges",
        direction: 1,
        median: 0.2414,
        deviation: 0.1738,
        weight: 1.0742,
      },
      {
        signal: "red_spread",
        direction: -1,
        median: 10.1073,
        deviation: 3.5703,
        weight: 0.1314,
      },
      {
        signal: "block_grid",
        direction: 1,
        median: 0.2506,
        deviation: 0.2159,
        weight: 0.494,
      },
    ],
  },
  glow: {
    bias: -4.6916,
    signals: [
      {
        signal: "red_spread",
        direction: 1,
        median: 10.1073,
        deviation: 3.5703,
        weight: 0.9251,
      },
      {
        signal: "blue_spread",
        direction: 1,
        median: 9.3137,
        deviation: 4.6031,
        weight: 0.9251,
      },
      {
        signal: "clipped_highlights",
        direction: 1,
        transform: "sqrt",
        median: 0.0271,
        deviation: 0.1322,
        weight: 0.6475,
      },
      {
        signal: "saturation",
        direction: 1,
        median: 0.3439,
        deviation: 0.1023,
        weight: 0.4625,
      },
    ],
  },
};
