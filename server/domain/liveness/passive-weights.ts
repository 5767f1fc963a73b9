import type { PassiveWeights } from "@/server/domain/liveness/passive-model";

/** Written by eval/derive-liveness-weights.ts from 140 genuine pictures, 29 attacks and 36 simulated ones. */
export const PASSIVE_WEIGHTS: PassiveWeights = {
  pattern: {
    bias: -6.4335,
    signals: [
      {
        signal: "spectrum_peaks",
        direction: 1,
        median: 1.4925,
        deviation: 0.2158,
        weight: 1.3031,
      },
      {
        signal: "grain",
        direction: 1,
        transform: "log",
        median: -0.1304,
        deviation: 0.5995,
        weight: 0.8876,
      },
      {
        signal: "frame_edges",
        direction: 1,
        median: 0.2674,
        deviation: 0.1862,
        weight: 0.7424,
      },
    ],
  },
  paper: {
    bias: -4.5575,
    signals: [
      {
        signal: "recapture",
        direction: 1,
        median: -1.0275,
        deviation: 0.4816,
        weight: 1.0416,
      },
      {
        signal: "saturation",
        direction: -1,
        median: 0.3439,
        deviation: 0.102,
        weight: 0.8992,
      },
      {
        signal: "fine_detail",
        direction: -1,
        median: -1.1061,
        deviation: 0.2806,
        weight: 0.1418,
      },
      {
        signal: "tone_range",
        direction: -1,
        median: 173.709,
        deviation: 32.35,
        weight: 0.4766,
      },
      {
        signal: "black_level",
        direction: 1,
        median: 30,
        deviation: 20.4875,
        weight: 0.3877,
      },
      {
        signal: "frame_edges",
        direction: 1,
        median: 0.2674,
        deviation: 0.1862,
        weight: 1.118,
      },
      {
        signal: "red_spread",
        direction: -1,
        median: 9.598,
        deviation: 3.5186,
        weight: 0,
      },
      {
        signal: "block_grid",
        direction: 1,
        median: 0.2455,
        deviation: 0.1744,
        weight: 0.4379,
      },
    ],
  },
  glow: {
    bias: -4.5452,
    signals: [
      {
        signal: "red_spread",
        direction: 1,
        median: 9.598,
        deviation: 3.5186,
        weight: 0.7777,
      },
      {
        signal: "blue_spread",
        direction: 1,
        median: 8.7794,
        deviation: 4.1045,
        weight: 0.7777,
      },
      {
        signal: "clipped_highlights",
        direction: 1,
        transform: "sqrt",
        median: 0.0247,
        deviation: 0.111,
        weight: 0.5444,
      },
      {
        signal: "saturation",
        direction: 1,
        median: 0.3439,
        deviation: 0.102,
        weight: 0.3888,
      },
    ],
  },
};
