import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TONE_MARK, type Tone } from "@/components/ui/tone";

/** A share of a whole as an arc, with the figure in the middle. `value` 0–1. */
export function Ring({
  value,
  tone = "accent",
  size = 96,
  stroke = 8,
  label,
  children,
}: {
  value: number;
  tone?: Tone;
  size?: number;
  stroke?: number;
  label: string;
  children?: ReactNode;
}) {
  const radius = (size - stroke) / 2;
  const length = 2 * Math.PI * radius;
  const share = Math.min(1, Math.max(0, value));
  return (
    <div
      role="img"
      aria-label={label}
      className="relative inline-grid place-items-center"
      style={{ width: size, height: size }}
    >
      <svg width={size} height={size} aria-hidden="true" className="-rotate-90 absolute inset-0">
        <circle cx={size / 2} cy={size / 2} r={radius} fill="none" strokeWidth={stroke} className="stroke-line" />
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth={stroke}
          strokeLinecap="round"
          strokeDasharray={`${length * share} ${length}`}
          className={cn(TONE_MARK[tone], share === 0 && "opacity-0")}
        />
      </svg>
      <div className="relative text-center">{children}</div>
    </div>
  );
}
