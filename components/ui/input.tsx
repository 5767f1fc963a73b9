import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={cn("control h-9 w-full px-3 text-base", className)} />;
}
