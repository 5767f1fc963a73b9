import type { PassiveWeights } from "@/server/domain/liveness/passive-model";

/** Written by eval/derive-liveness-weights.ts from 162 genuine pictures, 29 attacks and 80 simulated ones. */
export const PASSIVE_WEIGHTS: PassiveWeights = {
  pattern: {
    bias: -7.0063,
    signals: [
      {
        signal: "spectrum_peaks",
        direction: 1,
        median: 1.5178,
        deviation: 0.2098,
        weight: 1.3297,
      },
      {
        signal: "grain",
        direction: 1,
        transform: "log",
        median: -0.2746,
        deviation: 0.5484,
        weight: 0.947,
      },
      {
        signal: "frame_edges",
        direction: 1,
        median: 0.2424,
        deviation: 0.1764,
        weight: 0.7582,
      },
    ],
  },
  paper: {
    bias: -4.0164,
    signals: [
      {
        signal: "saturation",
        direction: -1,
        median: 0.3452,
        deviation: 0.1023,
        weight: 1.2346,
      },
      {
        signal: "fine_detail",
        direction: -1,
        median: -1.1292,
        deviation: 0.2917,
        weight: 0.2045,
      },
      {
        signal: "tone_range",
        direction: -1,
        median: 169.37,
        deviation: 34.1405,
        weight: 0.7463,
      },
      {
        signal: "black_level",
        direction: 1,
        median: 31.071,
        deviation: 24.6725,
        weight: 0.4059,
      },
      {
        signal: "frame_edges",
        direction: 1,
        median: 0.2424,
        deviation: 0.1764,
        weight: 1.0846,
      },
      {
        signal: "red_spread",
        direction: -1,
        median: 10.1184,
        deviation: 3.5998,
        weight: 0.1356,
      },
      {
        signal: "block_grid",
        direction: 1,
        median: 0.2489,
        deviation: 0.2152,
        weight: 0.4962,
      },
    ],
  },
  glow: {
    bias: -4.7425,
    signals: [
      {
        signal: "red_spread",
        direction: 1,
        median: 10.1184,
        deviation: 3.5998,
        weight: 0.9427,
      },
      {
        signal: "blue_spread",
        direction: 1,
        median: 9.2926,
        deviation: 4.6004,
        weight: 0.9427,
      },
      {
        signal: "clipped_highlights",
        direction: 1,
        transform: "sqrt",
        median: 0.0282,
        deviation: 0.1369,
        weight: 0.6599,
      },
      {
        signal: "saturation",
        direction: 1,
        median: 0.3452,
        deviation: 0.1023,
        weight: 0.4713,
      },
    ],
  },
};
