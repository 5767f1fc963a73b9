/** Connected regions of a probability plane, found on runs of pixels (union–find, 8-connected). */

import type { Plane } from "@/server/vision/types";

/** One region: its runs as flat triples `y, first x, last x`, its pixel count and the mean of the plane over it. */
export interface Region {
  readonly runs: readonly number[];
  readonly area: number;
  readonly mean: number;
}

/** Regions where the plane exceeds `threshold`. */
export function findRegions({ width, height, data }: Plane, threshold: number): Region[] {
  const runs: number[] = [];
  const parent: number[] = [];
  let aboveStart = 0;
  let aboveEnd = 0;
  for (let y = 0; y < height; y++) {
    const rowStart = runs.length / 3;
    appendRuns(data, y, width, threshold, runs);
    const rowEnd = runs.length / 3;
    for (let run = rowStart; run < rowEnd; run++) parent.push(run);
    joinRows(runs, parent, aboveStart, aboveEnd, rowStart, rowEnd);
    aboveStart = rowStart;
    aboveEnd = rowEnd;
  }
  return collect(runs, parent, data, width);
}

function appendRuns(data: Float32Array, y: number, width: number, threshold: number, runs: number[]): void {
  const base = y * width;
  let x = 0;
  while (x < width) {
    while (x < width && data[base + x] <= threshold) x++;
    if (x === width) return;
    const first = x;
    while (x < width && data[base + x] > threshold) x++;
    runs.push(y, first, x - 1);
  }
}

function joinRows(runs: number[], parent: number[], a0: number, a1: number, b0: number, b1: number): void {
  let above = a0;
  for (let run = b0; run < b1; run++) {
    const first = runs[run * 3 + 1] - 1;
    const last = runs[run * 3 + 2] + 1;
    while (above < a1 && runs[above * 3 + 2] < first) above++;
    for (let other = above; other < a1 && runs[other * 3 + 1] <= last; other++) {
      parent[root(parent, run)] = root(parent, other);
    }
  }
}

function root(parent: number[], at: number): number {
  let node = at;
  while (parent[node] !== node) {
    parent[node] = parent[parent[node]];
    node = parent[node];
  }
  return node;
}

function collect(runs: number[], parent: number[], data: Float32Array, width: number): Region[] {
  const found = new Map<number, { runs: number[]; area: number; sum: number }>();
  for (let run = 0; run < parent.length; run++) {
    const key = root(parent, run);
    let region = found.get(key);
    if (region === undefined) {
      region = { runs: [], area: 0, sum: 0 };
      found.set(key, region);
    }
    const [y, first, last] = [runs[run * 3], runs[run * 3 + 1], runs[run * 3 + 2]];
    region.runs.push(y, first, last);
    region.area += last - first + 1;
    for (let x = first; x <= last; x++) region.sum += data[y * width + x];
  }
  return [...found.values()].map(({ runs: own, area, sum }) => ({ runs: own, area, mean: sum / area }));
}
