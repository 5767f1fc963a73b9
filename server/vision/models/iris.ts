import card from "@/models/iris/card.json";
import { planar } from "@/server/vision/ops/planar";
import type { Image, Model, Point } from "@/server/vision/types";

export interface IrisOutput {
  /** Outline of the lids and brow, 71 points in pixels of the 64-pixel input. */
  readonly contour: readonly Point<"eye">[];
  /** Iris centre, then its right, top, left and bottom edge. */
  readonly iris: readonly Point<"eye">[];
}

export const IRIS_SIDE = 64;
const CONTOUR_POINTS = 71;
const IRIS_POINTS = 5;

/** MediaPipe Iris (Ablavatski et al. 2020). Input: 64×64 RGB of a left eye, or of a right eye mirrored. */
export const irisModel: Model<Image, IrisOutput> = {
  card,
  encode: (image) => ({ input_1: planar(image, { mean: [0, 0, 0], scale: [255, 255, 255] }) }),
  decode: (out) => {
    const v = out.points.data;
    const point = (i: number) => ({ x: v[i * 3], y: v[i * 3 + 1] });
    return {
      contour: Array.from({ length: CONTOUR_POINTS }, (_, i) => point(i)),
      iris: Array.from({ length: IRIS_POINTS }, (_, i) => point(CONTOUR_POINTS + i)),
    };
  },
};
