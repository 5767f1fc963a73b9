import { cn } from "@/components/ui/cn";

/** The shape of what is coming. Give it the size of the thing: `h-4 w-32`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("block animate-pulse-soft rounded-control bg-line", className)} />;
}
