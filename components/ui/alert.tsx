import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TONE_SOFT, type Tone } from "@/components/ui/tone";

const ICON: Record<Tone, typeof Info> = {
  neutral: Info,
  accent: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  negative: CircleX,
};

/** A message in the page. With `live` it is read out when it appears. */
export function Alert({
  tone = "accent",
  title,
  children,
  action,
  live = false,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) {
  const Icon = ICON[tone];
  return (
    <div
      role={live ? (tone === "negative" ? "alert" : "status") : undefined}
      className={cn("flex gap-3 rounded-card border px-4 py-3 text-base", TONE_SOFT[tone])}
    >
      <Icon className="mt-0.5 size-4.5 shrink-0" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}
