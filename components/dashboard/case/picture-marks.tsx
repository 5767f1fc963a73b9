import type { Mark } from "@/components/dashboard/case/marks";
import { words } from "@/components/dashboard/format";
import { TONE_MARK } from "@/components/ui/tone";

/**
 * Places that checks speak of, drawn over a picture that is fitted into the same box. Decoration: the list says it in
 * words.
 */
export function PictureMarks({ marks, width, height }: { marks: readonly Mark[]; width: number; height: number }) {
  const unit = Math.max(width, height) / 100;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      className="pointer-events-none absolute inset-0 size-full"
      aria-hidden="true"
    >
      {marks.map(({ number, check, status, quad }, index) => {
        const points = quad.map(([x, y]) => [clamp(x, width), clamp(y, height)]);
        const [left, y] = cornerOf(quad);
        // Numbers of one place stand side by side.
        const before = marks.slice(0, index).filter((mark) => isNear(cornerOf(mark.quad), [left, y], unit * 4));
        const x = clamp(Math.max(left, unit * 2.4) + before.length * unit * 5, width - unit * 2.4);
        return (
          <g key={number} className={TONE_MARK[status === "fail" ? "negative" : "caution"]}>
            <title>{words(check)}</title>
            <polygon
              points={points.map((point) => point.join(",")).join(" ")}
              fill="none"
              stroke="#fff"
              strokeWidth={unit * 1.1}
              strokeLinejoin="round"
            />
            <polygon
              points={points.map((point) => point.join(",")).join(" ")}
              fill="currentColor"
              fillOpacity={0.08}
              stroke="currentColor"
              strokeWidth={unit * 0.6}
              strokeLinejoin="round"
            />
            <circle
              cx={x}
              cy={Math.max(y, unit * 2.4)}
              r={unit * 2.2}
              fill="#16181d"
              stroke="currentColor"
              strokeWidth={unit * 0.5}
            />
            <text
              x={x}
              y={Math.max(y, unit * 2.4) + unit * 0.9}
              textAnchor="middle"
              fontSize={unit * 2.6}
              fontWeight={600}
              fill="#fff"
            >
              {number}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The corner of a place that is nearest to the picture's first. */
const cornerOf = (quad: Mark["quad"]): readonly [number, number] =>
  quad.reduce((best, point) => (point[0] + point[1] < best[0] + best[1] ? point : best));

const isNear = (a: readonly [number, number], b: readonly [number, number], within: number) =>
  Math.hypot(a[0] - b[0], a[1] - b[1]) < within;

const clamp = (v: number, max: number) => Math.max(0, Math.min(max, v));
