import type { Box, Quad } from "@/server/vision/types";

/** The guide that a document should fill; darkened around, and the found edges inside it. Shares of the frame. */
export function DocumentOverlay({ guide, quad, good }: { guide: Box; quad?: Quad; good: boolean }) {
  const outline = quad?.map((p) => `${p.x * 100},${p.y * 100}`).join(" ");
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-0 size-full">
      <path
        fillRule="evenodd"
        className="fill-black/55"
        d={`M0 0H100V100H0ZM${guide.x * 100} ${guide.y * 100}h${guide.width * 100}v${guide.height * 100}h${-guide.width * 100}Z`}
      />
      <rect
        x={guide.x * 100}
        y={guide.y * 100}
        width={guide.width * 100}
        height={guide.height * 100}
        fill="none"
        vectorEffect="non-scaling-stroke"
        strokeWidth={good ? 4 : 2}
        strokeDasharray={good ? undefined : "8 6"}
        className={good ? "stroke-[oklch(0.8_0.17_150)]" : "stroke-white"}
      />
      {outline && !good && (
        <polygon
          points={outline}
          fill="none"
          vectorEffect="non-scaling-stroke"
          strokeWidth={2}
          className="stroke-[oklch(0.8_0.14_75)]"
        />
      )}
    </svg>
  );
}
