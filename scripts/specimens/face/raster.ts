/** One triangle soup in screen space: x, y in pixels, larger z nearer. */
export interface Projected {
  readonly xyz: Float32Array;
  readonly triangles: Uint32Array;
}

/** Called for every covered pixel that is nearer than what is there; answer false to leave the pixel as it was. */
export type Fragment = (
  pixel: number,
  i0: number,
  i1: number,
  i2: number,
  w0: number,
  w1: number,
  w2: number,
  facing: boolean,
) => boolean;

/** Z-buffered scan of every triangle at pixel centres. `depth` starts at −Infinity and is updated in place. */
export function rasterise(
  { xyz, triangles }: Projected,
  width: number,
  height: number,
  depth: Float32Array,
  fragment: Fragment,
): void {
  for (let t = 0; t < triangles.length; t += 3) {
    const i0 = triangles[t];
    const i1 = triangles[t + 1];
    const i2 = triangles[t + 2];
    const x0 = xyz[i0 * 3];
    const y0 = xyz[i0 * 3 + 1];
    const x1 = xyz[i1 * 3];
    const y1 = xyz[i1 * 3 + 1];
    const x2 = xyz[i2 * 3];
    const y2 = xyz[i2 * 3 + 1];
    const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
    if (area === 0) continue;
    const left = Math.max(0, Math.ceil(Math.min(x0, x1, x2) - 0.5));
    const right = Math.min(width - 1, Math.floor(Math.max(x0, x1, x2) - 0.5));
    const top = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5));
    const bottom = Math.min(height - 1, Math.floor(Math.max(y0, y1, y2) - 0.5));
    const z0 = xyz[i0 * 3 + 2];
    const z1 = xyz[i1 * 3 + 2];
    const z2 = xyz[i2 * 3 + 2];
    for (let y = top; y <= bottom; y++) {
      const py = y + 0.5;
      for (let x = left; x <= right; x++) {
        const px = x + 0.5;
        const w0 = ((x1 - px) * (y2 - py) - (x2 - px) * (y1 - py)) / area;
        if (w0 < 0) continue;
        const w1 = ((x2 - px) * (y0 - py) - (x0 - px) * (y2 - py)) / area;
        if (w1 < 0) continue;
        const w2 = 1 - w0 - w1;
        if (w2 < 0) continue;
        const z = w0 * z0 + w1 * z1 + w2 * z2;
        const pixel = y * width + x;
        if (z <= depth[pixel]) continue;
        if (fragment(pixel, i0, i1, i2, w0, w1, w2, area > 0)) depth[pixel] = z;
      }
    }
  }
}
