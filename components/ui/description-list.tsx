import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export interface Description {
  term: ReactNode;
  detail: ReactNode;
  /** Ids, zones, numbers. */
  mono?: boolean;
}

/** Terms and their details, one to a line. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map((item, index) => (
        <div key={index} className="grid grid-cols-[minmax(7rem,2fr)_3fr] gap-4 py-2.5">
          <dt className="text-base text-muted">{item.term}</dt>
          <dd className={cn("min-w-0 break-words text-base", item.mono && "mono text-sm")}>{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
