import type { Quad } from "@/server/vision/types";
import { type Random, seededRandom } from "../random";
import { type DeskKind, deskKinds } from "./desk";
import type { Glare, Unevenness } from "./light";

/** How a document was photographed. Angles in radians, lengths in pixels unless said otherwise. */
export interface Shot {
  readonly width: number;
  readonly height: number;
  /** Width of the document over the width of the picture. */
  readonly share: number;
  /** Tilt of the camera about the picture's horizontal and vertical axis, and turn about the optical axis. */
  readonly tiltX: number;
  readonly tiltY: number;
  readonly turn: number;
  /** Where the document's centre lies, as shares. */
  readonly centre: readonly [number, number];
  readonly desk: DeskKind;
  readonly seed: number;
  readonly light: Unevenness;
  readonly glare: readonly Glare[];
  /** Depth of a hand's shadow, 0 none. */
  readonly shadow: number;
  readonly blur: number;
  readonly motion: number;
  readonly noise: number;
  /** JPEG. */
  readonly quality: number;
}

export const wearKinds = ["phone", "tilted", "dim", "glare", "soft", "shaken", "small", "shadowed"] as const;
export type WearKind = (typeof wearKinds)[number];

/** A phone picture of 12 megapixels: the document on a table, nearly square on, a little noise. */
function phoneShot(random: Random, seed: number): Shot {
  return {
    width: 4032,
    height: 3024,
    share: random.between(0.68, 0.8),
    tiltX: random.between(-0.1, 0.1),
    tiltY: random.between(-0.08, 0.08),
    turn: random.between(-0.05, 0.05),
    centre: [random.between(0.48, 0.52), random.between(0.47, 0.53)],
    desk: random.pick(deskKinds),
    seed,
    light: {
      direction: random.between(0, 6.28),
      depth: random.between(0.08, 0.2),
      warmth: [random.between(0.98, 1.05), random.between(0.92, 1.03)],
      gain: random.between(0.96, 1.06),
    },
    glare: [],
    shadow: 0,
    blur: 0,
    motion: 0,
    noise: random.between(2, 4),
    quality: 88,
  };
}

/** Smaller pictures than a phone's, so that sets of hundreds stay small and fast. */
const compact = (shot: Shot, width: number): Shot => ({ ...shot, width, height: Math.round(width * 0.75) });

const changes: Readonly<Record<WearKind, (shot: Shot, random: Random) => Shot>> = {
  phone: (shot) => shot,
  tilted: (shot, r) => ({
    ...compact(shot, 2016),
    share: 0.7,
    tiltX: r.between(0.25, 0.42) * (r.chance(0.5) ? 1 : -1),
    tiltY: r.between(-0.3, 0.3),
    turn: r.between(-0.3, 0.3),
    blur: 0.6,
  }),
  dim: (shot, r) => ({
    ...compact(shot, 2016),
    light: { ...shot.light, gain: r.between(0.42, 0.55), warmth: [1.08, 0.8], depth: 0.35 },
    noise: r.between(7, 11),
    blur: 0.8,
  }),
  glare: (shot, r) => ({
    ...compact(shot, 2016),
    glare: [
      {
        x: r.between(0.3, 0.7),
        y: r.between(0.25, 0.45),
        rx: r.between(0.06, 0.12),
        ry: r.between(0.02, 0.04),
        turn: r.between(-1, 1),
        strength: r.between(0.7, 1),
      },
    ],
    blur: 0.5,
  }),
  soft: (shot, r) => ({ ...compact(shot, 2016), blur: r.between(1.6, 2.6), quality: 80 }),
  shaken: (shot, r) => ({ ...compact(shot, 2016), motion: r.between(4, 8), quality: 82 }),
  small: (shot, r) => ({
    ...compact(shot, 1100),
    share: r.between(0.8, 0.9),
    blur: 0.4,
    noise: 3,
    quality: r.integer(45, 65),
  }),
  shadowed: (shot, r) => ({ ...compact(shot, 2016), shadow: r.between(0.35, 0.55), blur: 0.5 }),
};

export function shotOf(kind: WearKind, seed: number): Shot {
  const random = seededRandom(seed * 101 + wearKinds.indexOf(kind));
  return changes[kind](phoneShot(random, seed), random);
}

/** Corners of a page of `aspect` (height over width) as the shot's camera sees them, in pixels. */
export function quadOf(aspect: number, shot: Shot): Quad {
  const { width, height, share, tiltX, tiltY, turn, centre } = shot;
  const half = 0.5;
  const distance = 1.6;
  const [cx, sx, cy, sy, cz, sz] = [tiltX, tiltY, turn].flatMap((a) => [Math.cos(a), Math.sin(a)]);
  const corner = (u: number, v: number) => {
    const x0 = u * cz - v * sz;
    const y0 = u * sz + v * cz;
    const x1 = x0 * cy;
    const z1 = x0 * sy;
    const y2 = y0 * cx - z1 * sx;
    const z2 = y0 * sx + z1 * cx;
    const k = (share * width * distance) / (distance + z2);
    return { x: centre[0] * width + x1 * k, y: centre[1] * height + y2 * k };
  };
  const h = (half * aspect * 2) / 2;
  return [corner(-half, -h), corner(half, -h), corner(half, h), corner(-half, h)];
}
