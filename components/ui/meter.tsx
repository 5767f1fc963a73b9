import { cn } from "@/components/ui/cn";
import { TONE_MARK, type Tone } from "@/components/ui/tone";

/** A bar of a known whole: a quota, a factor's points, an upload. `value` and `max` in the same unit. */
export function Meter({
  label,
  value,
  max = 1,
  tone = "accent",
  text,
  className,
  progress = false,
}: {
  label: string;
  value: number;
  max?: number;
  tone?: Tone;
  /** How the value is read out, e.g. "27 of 30 points". */
  text?: string;
  className?: string;
  /** It moves towards its end by itself. */
  progress?: boolean;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name and a value
    <div
      role={progress ? "progressbar" : "meter"}
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuetext={text}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-line", TONE_MARK[tone], className)}
    >
      <div
        className="h-full rounded-full bg-current transition-[width] duration-200 ease-calm"
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
