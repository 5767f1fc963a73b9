import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** Rows on the server's order. The frame scrolls sideways on a narrow screen; `label` names the table. */
export function Table({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className={cn("overflow-x-auto", className)}>
      <table className="w-full border-collapse text-base">{children}</table>
    </section>
  );
}

export function THead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr className="border-line border-b">{children}</tr>
    </thead>
  );
}

export type SortDirection = "asc" | "desc" | undefined;

/** A column's head; with `href` it is a link that sorts, and `sorted` says how it is sorted now. Without words it heads nothing. */
export function Th({
  children,
  sorted,
  href,
  numeric,
  className,
}: {
  children?: ReactNode;
  sorted?: SortDirection;
  href?: string;
  numeric?: boolean;
  className?: string;
}) {
  if (children === undefined) return <td className={className} />;
  const Icon = sorted === "asc" ? ArrowUp : sorted === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
      className={cn(
        "h-9 whitespace-nowrap px-4 font-medium text-muted text-xs first:ps-5 last:pe-5",
        numeric ? "text-end" : "text-start",
        className,
      )}
    >
      {href ? (
        <a href={href} className="inline-flex items-center gap-1 hover:text-ink">
          {children}
          <Icon aria-hidden="true" className={cn("size-3.5", !sorted && "text-faint")} />
        </a>
      ) : (
        children
      )}
    </th>
  );
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} className={cn("border-line border-b last:border-b-0 hover:bg-hover", className)} />;
}

export function Td({ numeric, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      {...rest}
      className={cn("h-12 px-4 first:ps-5 last:pe-5", numeric && "mono text-end text-sm tabular-nums", className)}
    />
  );
}
