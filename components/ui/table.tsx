import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { Children, type ComponentProps, cloneElement, isValidElement, type ReactElement, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** More columns than this do not fit side by side on a phone. */
const FITS = 3;

/**
 * Rows on the server's order; `label` names the table. On a phone each row of more than three cells stands as a list of
 * its own, every cell behind its column's head (its `Tr` and `Td` must then be written in the `tbody` itself); with
 * `scroll` the frame scrolls sideways instead, for what has to be compared across.
 */
export function Table({
  label,
  className,
  scroll = false,
  children,
}: {
  label: string;
  className?: string;
  scroll?: boolean;
  children: ReactNode;
}) {
  const heads = scroll ? [] : headsOf(children);
  const stacked = heads.length > FITS;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className={cn("overflow-x-auto", className)}>
      <table className={cn("w-full border-collapse text-base", stacked && "stacked")}>
        {stacked ? withHeads(children, heads) : children}
      </table>
    </section>
  );
}

type Part = ReactElement<{ children?: ReactNode }>;
const isPart = (node: ReactNode, type: unknown): node is Part => isValidElement(node) && node.type === type;

/** The words of each column's head; empty for a column without. */
function headsOf(table: ReactNode): string[] {
  const head = Children.toArray(table).find((part) => isPart(part, THead));
  if (!isPart(head, THead)) return [];
  return Children.toArray(head.props.children).map((th) =>
    isPart(th, Th) ? Children.toArray(th.props.children).join("") : "",
  );
}

/** The same rows with every cell told its column's head. */
function withHeads(table: ReactNode, heads: readonly string[]): ReactNode {
  return Children.map(table, (body) =>
    isPart(body, "tbody")
      ? cloneElement(
          body,
          {},
          Children.map(body.props.children, (row) => withHeadsInRow(row, heads)),
        )
      : body,
  );
}

function withHeadsInRow(row: ReactNode, heads: readonly string[]): ReactNode {
  if (!isPart(row, Tr)) return row;
  const cells = Children.toArray(row.props.children).map((cell, column) =>
    isPart(cell, Td)
      ? cloneElement(cell as ReactElement<{ head?: string }>, { head: column > 0 ? heads[column] : "" })
      : cell,
  );
  return cloneElement(row, {}, cells);
}

export function THead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr className="border-line border-b">{children}</tr>
    </thead>
  );
}

export type SortDirection = "asc" | "desc" | undefined;

/**
 * A column's head; with `href` it is a link that sorts, and `sorted` says how it is sorted now. Without words it heads
 * nothing.
 */
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

/** A cell. `head` is set by the table around it where the cell may stand alone. */
export function Td({
  numeric,
  className,
  head,
  children,
  ...rest
}: ComponentProps<"td"> & { numeric?: boolean; head?: string }) {
  const classes = cn("h-12 px-4 first:ps-5 last:pe-5", numeric && "mono text-end text-sm tabular-nums", className);
  if (head === undefined) {
    return (
      <td {...rest} className={classes}>
        {children}
      </td>
    );
  }
  return (
    <td {...rest} className={classes}>
      {head && (
        <span aria-hidden="true" className="shrink-0 font-sans text-muted text-xs sm:hidden">
          {head}
        </span>
      )}
      <div className="min-w-0 sm:contents">{children}</div>
    </td>
  );
}
