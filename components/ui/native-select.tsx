import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** The platform's own list: best on phones and in forms. For rich choices use `Select`. */
export function NativeSelect({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <div className={cn("relative", className)}>
      <select {...rest} className="control h-9 w-full appearance-none ps-3 pe-9 text-base">
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="-translate-y-1/2 pointer-events-none absolute end-2.5 top-1/2 size-4 text-muted"
      />
    </div>
  );
}
