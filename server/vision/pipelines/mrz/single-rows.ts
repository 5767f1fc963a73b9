import type { ZoneCandidate } from "@/server/vision/pipelines/mrz/find-zones";
import type { TextStrip } from "@/server/vision/pipelines/text/find-strips";

/** A line of thirty characters is about this long for the height of its strip, at least. */
const LONG = 12;
const ROWS_MAX = 3;

/** Rows that may be a zone of one line (licences after ISO/IEC 18013-1), the longest first. */
export function singleRows(strips: readonly TextStrip[]): ZoneCandidate[] {
  return strips
    .filter((strip) => strip.length >= LONG * strip.breadth)
    .sort((a, b) => b.length - a.length)
    .slice(0, ROWS_MAX)
    .map((strip) => {
      const { angle, cx, cy, length, breadth } = strip;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const u = cx * cos + cy * sin;
      const v = cy * cos - cx * sin;
      const row = { u0: u - length / 2, u1: u + length / 2, v, slope: 0, breadth, coverage: 1, strip };
      return { angle, rows: [row], score: 1 };
    });
}
