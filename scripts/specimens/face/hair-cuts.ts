import type { HairStyle } from "./person";

type Knots = readonly (readonly [number, number])[];

/** A hair cut: where it ends all round the head, how far it stands off, and how it hangs. */
export interface HairCut {
  /**
   * Lower edge (y, head units, relative to the hairline factor above the brow) by angle round the head, 0 front … π
   * back.
   */
  readonly edge: Knots;
  readonly top: number;
  readonly side: number;
  /** Half width of hanging hair by height; absent where the hair follows the skull. */
  readonly fall?: Knots;
  /** Strands: slant per unit of height, how often round the head, waviness, lump depth. */
  readonly slant: number;
  readonly frequency: number;
  readonly wave: number;
  readonly lumps: number;
  /** Shift of the parting round the head, radians. */
  readonly parting: number;
  /** Cloth in place of hair. */
  readonly cloth?: boolean;
}

const cropped: Knots = [
  [0, -0.98],
  [0.5, -0.97],
  [0.82, -0.82],
  [1.02, -0.45],
  [1.2, -0.1],
  [1.34, 0.3],
  [1.46, 0.22],
  [1.6, -0.12],
  [1.95, 0.1],
  [2.3, 0.75],
  [3.2, 0.85],
];
const hanging = (front: number, bottom: number): Knots => [
  [0, front],
  [0.42, front - 0.02],
  [0.66, front + 0.2],
  [0.84, -0.35],
  [0.96, 0.3],
  [1.05, 0.9],
  [1.16, bottom],
  [3.2, bottom],
];
const strands = { slant: 0.35, frequency: 34, wave: 0.05, lumps: 0, parting: 0 };

export const hairCuts: Readonly<Record<HairStyle, HairCut | null>> = {
  bald: null,
  buzz: { ...strands, edge: cropped, top: 0.03, side: 0.025, frequency: 60 },
  short: { ...strands, edge: cropped, top: 0.2, side: 0.07 },
  "side-part": {
    ...strands,
    edge: [[0, -0.93], [0.4, -0.98], ...cropped.slice(2)],
    top: 0.25,
    side: 0.08,
    slant: 1.1,
    parting: 0.55,
  },
  receding: {
    ...strands,
    edge: [[0, -1.12], [0.25, -1.16], [0.6, -1.32], [0.9, -1.02], [1.08, -0.5], ...cropped.slice(4)],
    top: 0.08,
    side: 0.07,
  },
  curly: {
    ...strands,
    edge: [[0, -0.86], [0.5, -0.88], ...cropped.slice(2)],
    top: 0.34,
    side: 0.2,
    frequency: 16,
    wave: 0.7,
    lumps: 0.1,
  },
  afro: {
    ...strands,
    edge: [
      [0, -0.92],
      [0.6, -0.9],
      [0.9, -0.6],
      [1.1, -0.1],
      [1.25, 0.35],
      [1.6, 0.5],
      [3.2, 0.9],
    ],
    top: 0.6,
    side: 0.55,
    frequency: 14,
    wave: 1,
    lumps: 0.09,
  },
  bob: {
    ...strands,
    edge: hanging(-0.95, 1.25),
    top: 0.22,
    side: 0.16,
    slant: 0.1,
    fall: [
      [0.3, 1.28],
      [1, 1.33],
      [1.3, 1.24],
    ],
  },
  long: {
    ...strands,
    edge: hanging(-1.0, 2.9),
    top: 0.2,
    side: 0.13,
    slant: 0.06,
    fall: [
      [0.4, 1.2],
      [1.4, 1.28],
      [2.2, 1.36],
      [3, 1.3],
    ],
    parting: 0.05,
  },
  wavy: {
    ...strands,
    edge: hanging(-0.97, 2.5),
    top: 0.24,
    side: 0.2,
    slant: 0.15,
    wave: 0.45,
    lumps: 0.05,
    frequency: 22,
    fall: [
      [0.4, 1.32],
      [1.4, 1.46],
      [2.1, 1.5],
      [2.6, 1.38],
    ],
    parting: 0.35,
  },
  fringe: {
    ...strands,
    edge: hanging(-0.4, 1.75),
    top: 0.2,
    side: 0.13,
    slant: 0.03,
    fall: [
      [0.4, 1.2],
      [1.2, 1.24],
      [1.8, 1.18],
    ],
  },
  bun: {
    ...strands,
    edge: [
      [0, -1.0],
      [0.5, -0.97],
      [0.85, -0.75],
      [1.05, -0.3],
      [1.25, 0.05],
      [1.5, 0.1],
      [1.7, 0.05],
      [2.2, 0.6],
      [3.2, 0.7],
    ],
    top: 0.07,
    side: 0.05,
    slant: -0.5,
  },
  headscarf: {
    ...strands,
    edge: [
      [0, -0.78],
      [0.45, -0.74],
      [0.72, -0.5],
      [0.84, 0.1],
      [0.86, 0.7],
      [0.8, 1.1],
      [0.72, 2.5],
      [3.2, 2.5],
    ],
    top: 0.2,
    side: 0.12,
    cloth: true,
    fall: [
      [0.4, 1.2],
      [1, 1.16],
      [1.6, 1.12],
      [2.1, 1.55],
      [2.7, 1.9],
    ],
  },
};
