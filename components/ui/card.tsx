import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A surface with a hairline. Inside it, divide with lines, not with more cards. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return <section {...rest} className={cn("min-w-0 rounded-card border border-line bg-surface", className)} />;
}

export function CardHeader({
  title,
  description,
  actions,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-3 border-line border-b px-5 py-4">
      <div className="min-w-0">
        <h2 className="font-semibold text-base text-ink">{title}</h2>
        {description && <p className="mt-0.5 text-muted text-sm">{description}</p>}
      </div>
      {actions && <div className="flex items-center gap-2">{actions}</div>}
    </header>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={cn("px-5 py-4", className)} />;
}
