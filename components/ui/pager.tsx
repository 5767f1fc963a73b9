import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";

/** Back and on through pages of a cursor; a side without an address is greyed. */
export function Pager({
  previousHref,
  nextHref,
  summary,
  labels = { previous: "Previous", next: "Next" },
}: {
  previousHref?: string;
  nextHref?: string;
  summary?: ReactNode;
  labels?: { previous: string; next: string };
}) {
  return (
    <nav
      aria-label={`${labels.previous}, ${labels.next}`}
      className="flex items-center justify-between gap-4 px-5 py-3"
    >
      <p className="text-muted text-sm tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <PagerLink href={previousHref}>
          <ChevronLeft aria-hidden="true" className="size-4 rtl:rotate-180" />
          {labels.previous}
        </PagerLink>
        <PagerLink href={nextHref}>
          {labels.next}
          <ChevronRight aria-hidden="true" className="size-4 rtl:rotate-180" />
        </PagerLink>
      </div>
    </nav>
  );
}

function PagerLink({ href, children }: { href?: string; children: ReactNode }) {
  const className = buttonClass({ size: "sm" });
  return href ? (
    <a href={href} className={className}>
      {children}
    </a>
  ) : (
    <span aria-disabled="true" className={cn(className, "cursor-not-allowed")}>
      {children}
    </span>
  );
}
