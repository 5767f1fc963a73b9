import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TONE_SOFT, type Tone } from "@/components/ui/tone";

export interface TimelineItem {
  icon: ReactNode;
  tone?: Tone;
  title: ReactNode;
  /** When, or how long. */
  meta?: ReactNode;
  children?: ReactNode;
}

/** What happened, in order. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="flex flex-col">
      {items.map((item, index) => (
        <li key={index} className="relative flex gap-3 pb-5 last:pb-0">
          {index < items.length - 1 && (
            <span aria-hidden="true" className="absolute start-3.5 top-7 bottom-0 w-px bg-line" />
          )}
          <span
            aria-hidden="true"
            className={cn(
              "grid size-7 shrink-0 place-items-center rounded-full border [&_svg]:size-3.5",
              TONE_SOFT[item.tone ?? "neutral"],
            )}
          >
            {item.icon}
          </span>
          <div className="min-w-0 flex-1 pt-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <p className="font-medium text-base">{item.title}</p>
              {item.meta && <p className="mono text-muted text-xs">{item.meta}</p>}
            </div>
            {item.children && <div className="wrap-anywhere mt-0.5 text-muted text-sm">{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
