import type { Plane } from "@/server/vision/types";

/** A line near one side of the guide: `across = offset + slope · along`, in pixels of the plane. */
export interface FoundSide {
  readonly offset: number;
  readonly slope: number;
  /** Share of the samples along the side that lie on the line, 0–1. */
  readonly support: number;
}

export interface SideSearch {
  /** The side runs along x (top, bottom) or along y (left, right). */
  readonly axis: "x" | "y";
  /** Where it should be, and how far from there it is looked for. */
  readonly at: number;
  readonly reach: number;
  /** From where to where it runs. */
  readonly from: number;
  readonly to: number;
}

interface EdgePoint {
  readonly sample: number;
  readonly along: number;
  readonly across: number;
}

const SAMPLES = 24;
/** Strongest edges kept for each sample: print inside the document may be stronger than its border. */
const PEAKS = 3;
/** Difference of luma over two pixels below which there is no edge. */
const EDGE_MIN = 10;
/** Distance in pixels within which a point lies on the line. */
const NEAR = 1.6;
/** A side may lean by this much (tangent). */
const SLOPE_MAX = 0.25;

/** The straightest run of edges near one side; support 0 where there is none. */
export function findSide(plane: Plane, search: SideSearch): FoundSide {
  const points = edgePoints(plane, search);
  let best: FoundSide = { offset: search.at, slope: 0, support: 0 };
  for (let i = 0; i < points.length; i++) {
    for (let j = points.length - 1; j > i; j--) {
      const [p, q] = [points[i], points[j]];
      if (q.sample - p.sample < SAMPLES / 4) break;
      const slope = (q.across - p.across) / (q.along - p.along);
      if (Math.abs(slope) > SLOPE_MAX) continue;
      const offset = p.across - slope * p.along;
      const support = supportOf(points, offset, slope);
      if (support > best.support) best = { offset, slope, support };
    }
  }
  return best;
}

function supportOf(points: readonly EdgePoint[], offset: number, slope: number): number {
  let hits = 0;
  let last = -1;
  for (const point of points) {
    if (point.sample === last) continue;
    if (Math.abs(point.across - offset - slope * point.along) <= NEAR) {
      hits++;
      last = point.sample;
    }
  }
  return hits / SAMPLES;
}

function edgePoints(plane: Plane, { axis, at, reach, from, to }: SideSearch): EdgePoint[] {
  const { width, height, data } = plane;
  const length = axis === "x" ? height : width;
  const [step, stride] = axis === "x" ? [width, 1] : [1, width];
  const first = Math.max(1, Math.round(at - reach));
  const last = Math.min(length - 2, Math.round(at + reach));
  const points: EdgePoint[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const along = Math.round(from + ((to - from) * (sample + 0.5)) / SAMPLES);
    if (along < 0 || along >= (axis === "x" ? width : height)) continue;
    const steep = (across: number) =>
      Math.abs(data[along * stride + (across + 1) * step] - data[along * stride + (across - 1) * step]);
    const peaks: { across: number; height: number }[] = [];
    for (let across = first; across <= last; across++) {
      const here = steep(across);
      if (here < EDGE_MIN) continue;
      if (across > first && steep(across - 1) > here) continue;
      if (across < last && steep(across + 1) >= here) continue;
      peaks.push({ across, height: here });
    }
    peaks.sort((a, b) => b.height - a.height);
    for (const { across } of peaks.slice(0, PEAKS)) points.push({ sample, along, across });
  }
  return points;
}
