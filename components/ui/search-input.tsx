import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A field for looking something up; `label` is its name, not shown. */
export function SearchInput({ label, className, ...rest }: ComponentProps<"input"> & { label: string }) {
  return (
    <div className={cn("relative", className)}>
      <Search
        aria-hidden="true"
        className="-translate-y-1/2 pointer-events-none absolute start-2.5 top-1/2 size-4 text-faint"
      />
      <input type="search" {...rest} aria-label={label} className="control h-9 w-full ps-8.5 pe-3 text-base" />
    </div>
  );
}
