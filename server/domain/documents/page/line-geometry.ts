import type { TextLine } from "../evidence";

/** Where printed lines stand to each other. Pixels of the upright picture. */

export interface PlacedLine {
  readonly line: TextLine;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly middle: number;
}

/** The angle at which the lines of a page run, radians: the median of those long enough to tell. */
export function slopeOf(lines: readonly TextLine[]): number {
  const angles = lines
    .filter(({ text }) => text.length >= 5)
    .map(({ quad: [a, b, c, d] }) => Math.atan2(b[1] - a[1] + c[1] - d[1], b[0] - a[0] + c[0] - d[0]))
    .sort((a, b) => a - b);
  return angles[Math.floor(angles.length / 2)] ?? 0;
}

/** @param slope of the page, which is turned level first: rows and columns of a tilted page stay rows and columns */
export function placeLine(line: TextLine, slope = 0): PlacedLine {
  const [cos, sin] = [Math.cos(slope), Math.sin(slope)];
  const quad = line.quad.map(([x, y]) => [x * cos + y * sin, y * cos - x * sin]);
  const xs = quad.map(([x]) => x);
  const [a, b, c, d] = quad;
  const height = (Math.hypot(d[0] - a[0], d[1] - a[1]) + Math.hypot(c[0] - b[0], c[1] - b[1])) / 2;
  const middle = quad.reduce((sum, [, y]) => sum + y, 0) / quad.length;
  const left = Math.min(...xs);
  return { line, left, right: Math.max(...xs), top: middle - height / 2, bottom: middle + height / 2, height, middle };
}

/** 0–1: how much of the narrower of two lines stands above or below the other. */
function shared(a: PlacedLine, b: PlacedLine): number {
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return Math.max(0, overlap) / Math.max(1, Math.min(a.right - a.left, b.right - b.left));
}

/** Cost of reading `value` as what stands under `label`; null where it does not. Smaller is likelier. */
export function costBelow(label: PlacedLine, value: PlacedLine): number | null {
  const unit = Math.max(label.height, value.height);
  const gap = (value.middle - label.middle) / unit;
  if (gap < 0.6 || gap > 3.2) return null;
  const aside = Math.abs(value.left - label.left) / unit;
  if (aside > 2.5 && shared(label, value) < 0.3) return null;
  return gap + Math.min(aside, 6) * 0.35;
}

/** Cost of reading `value` as what stands right of `label` on the same row; null where it does not. */
export function costBeside(label: PlacedLine, value: PlacedLine): number | null {
  const unit = Math.max(label.height, value.height);
  if (Math.abs(value.middle - label.middle) > unit * 0.6) return null;
  const gap = (value.left - label.right) / unit;
  return gap < -1 || gap > 14 ? null : 0.8 + Math.max(0, gap) * 0.25;
}
