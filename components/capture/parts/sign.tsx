import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TONE_SOFT, type Tone } from "@/components/ui/tone";

/** A picture in a soft round, above a title. */
export function Sign({ tone = "accent", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      aria-hidden="true"
      className={cn("grid size-14 place-items-center rounded-full border [&_svg]:size-7", TONE_SOFT[tone])}
    >
      {children}
    </span>
  );
}
