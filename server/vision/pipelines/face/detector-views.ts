import type { Affine, Box } from "@/server/vision/types";

/** A square of the picture that the detector looks at: centre and side in source pixels, quarter turns clockwise. */
export interface DetectorView {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly turns: 0 | 1 | 2 | 3;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How hard to look: at the whole picture once; at parts of it as well; at quarter turns and from further away too. */
export type SearchEffort = "quick" | "upright" | "thorough";

/**
 * Views in stages; the next stage is for pictures in which the one before showed nothing sure. `within`: where an
 * upright face stands if there is one, not small in it; nothing else is searched then.
 */
export function detectorViews(image: Size, effort: SearchEffort, within?: Box): readonly (readonly DetectorView[])[] {
  const whole = (zoom: number, turns: DetectorView["turns"]): DetectorView => ({
    x: image.width / 2,
    y: image.height / 2,
    side: Math.max(image.width, image.height) * zoom,
    turns,
  });
  const all = { x: 0, y: 0, width: image.width, height: image.height };
  if (effort === "quick") return [[whole(1, 0)]];
  if (within) return [[whole(1, 0)], tiles(within, 0.62)];
  if (effort === "upright") return [[whole(1, 0)], tiles(all, 0.62), tiles(all, 0.4)];
  return [
    [whole(1, 0)],
    [whole(1.7, 0)],
    [whole(1, 1), whole(1, 3), whole(1, 2)],
    tiles(all, 0.62),
    [whole(1.7, 1), whole(1.7, 3), ...tiles(all, 0.4)],
  ];
}

/** Overlapping squares whose side is `part` of the longer side, enough of them to cover the box. */
function tiles(box: Box, part: number): DetectorView[] {
  const side = Math.max(box.width, box.height) * part;
  const across = centres(box.width, side).map((x) => box.x + x);
  return centres(box.height, side).flatMap((y) => across.map((x) => ({ x, y: box.y + y, side, turns: 0 as const })));
}

/** Centres along one axis, neighbours overlapping by a quarter or more. */
function centres(length: number, side: number): number[] {
  if (length <= side) return [length / 2];
  const count = Math.ceil((length - side) / (0.75 * side)) + 1;
  return Array.from({ length: count }, (_, i) => side / 2 + ((length - side) * i) / (count - 1));
}

/** Source pixels → pixels of a square input of `size`. */
export function viewMap(view: DetectorView, size: number): Affine<"source", "detector"> {
  const scale = size / view.side;
  const cos = [1, 0, -1, 0][view.turns] * scale;
  const sin = [0, 1, 0, -1][view.turns] * scale;
  const half = size / 2;
  return { m: [cos, -sin, half - cos * view.x + sin * view.y, sin, cos, half - sin * view.x - cos * view.y] };
}
