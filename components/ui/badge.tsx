import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TONE_SOFT, type Tone } from "@/components/ui/tone";

/** A short state in words, with its icon. */
export function Badge({
  tone = "neutral",
  icon,
  children,
  className,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cn(
        "inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-full border px-2 font-medium text-xs",
        "[&_svg]:size-3.5 [&_svg]:shrink-0",
        TONE_SOFT[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
