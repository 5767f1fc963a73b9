import type { Image, Quad } from "@/server/vision/types";
import { type Cutout, pasteCutout } from "../wear/paste";

/** How a flat thing is held before the camera. Angles in radians; `size` is its width over the frame's. */
export interface Hold {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  readonly size: number;
  /** Centre as shares of the frame. */
  readonly centre: readonly [number, number];
  /** Angle that a bent sheet spans, radians; 0 is flat. */
  readonly bend: number;
}

const STRIPS = 20;

/** Draws the picture into the frame as a plane, or as part of a cylinder, seen by a camera two widths away. */
export function holdPicture(frame: Image, picture: Cutout, hold: Hold): void {
  const count = hold.bend === 0 ? 1 : STRIPS;
  const order = Array.from({ length: count }, (_, i) => i);
  // The side that is turned away is drawn first, so that the near side covers it.
  if (hold.yaw > 0) order.reverse();
  for (const i of order) {
    const from = Math.max(0, Math.floor((i / count) * picture.width) - 1);
    const to = Math.min(picture.width, Math.ceil(((i + 1) / count) * picture.width) + 1);
    const strip = count === 1 ? picture : cutStrip(picture, from, to);
    pasteCutout(frame, strip, stripQuad(frame, picture, hold, from / picture.width, to / picture.width));
  }
}

function stripQuad(frame: Image, picture: Cutout, hold: Hold, from: number, to: number): Quad {
  const aspect = picture.height / picture.width;
  const at = (u: number, v: number) => project(frame, hold, u - 0.5, (v - 0.5) * aspect);
  return [at(from, 0), at(to, 0), at(to, 1), at(from, 1)];
}

function project({ width, height }: Image, hold: Hold, u: number, v: number) {
  const { yaw, pitch, roll, bend, size, centre } = hold;
  const x0 = bend === 0 ? u : Math.sin(u * bend) / bend;
  const z0 = bend === 0 ? 0 : (Math.cos(u * bend) - 1) / bend;
  const x1 = x0 * Math.cos(yaw) + z0 * Math.sin(yaw);
  const z1 = z0 * Math.cos(yaw) - x0 * Math.sin(yaw);
  const y2 = v * Math.cos(pitch) - z1 * Math.sin(pitch);
  const z2 = v * Math.sin(pitch) + z1 * Math.cos(pitch);
  const k = (size * width * 2) / (2 - z2);
  const x3 = x1 * Math.cos(roll) - y2 * Math.sin(roll);
  const y3 = x1 * Math.sin(roll) + y2 * Math.cos(roll);
  return { x: centre[0] * width + x3 * k, y: centre[1] * height + y3 * k };
}

/** Columns of the picture, from `x0` up to `x1`. */
function cutStrip({ width, height, data }: Cutout, x0: number, x1: number): Cutout {
  const out = new Uint8Array((x1 - x0) * height * 4);
  for (let y = 0; y < height; y++)
    out.set(data.subarray((y * width + x0) * 4, (y * width + x1) * 4), y * (x1 - x0) * 4);
  return { width: x1 - x0, height, data: out };
}
