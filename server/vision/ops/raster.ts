import type { Image, Plane } from "@/server/vision/types";

/** Anything that the geometric operations move: an RGB picture or one float plane. */
export type Raster = Image | Plane;

/** Three for an `Image`, one for a `Plane`. */
export function channelsOf(source: Raster): 1 | 3 {
  return source.data instanceof Float32Array ? 1 : 3;
}

/** A black raster of the same kind as `source`, of another size. Throws `RangeError` for a size below one pixel. */
export function rasterLike<R extends Raster>(source: R, width: number, height: number): R {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0)) {
    throw new RangeError(`a raster needs whole positive sides, not ${width}×${height}`);
  }
  const data = channelsOf(source) === 1 ? new Float32Array(width * height) : new Uint8ClampedArray(width * height * 3);
  return { width, height, data } as unknown as R;
}
