import { X } from "lucide-react";
import type { ReactNode } from "react";

/** A filter in force, with a link that takes it away. */
export function FilterChip({
  name,
  value,
  removeHref,
  removeLabel,
}: {
  name: ReactNode;
  value: ReactNode;
  removeHref: string;
  removeLabel: string;
}) {
  return (
    <span className="inline-flex h-7 items-center rounded-full border border-accent-line bg-accent-soft ps-2.5 text-accent-text text-sm">
      <span className="opacity-80">{name}:</span>
      <span className="ms-1 font-medium">{value}</span>
      <a href={removeHref} aria-label={removeLabel} className="ms-0.5 grid size-7 place-items-center rounded-full">
        <X className="size-3.5" aria-hidden="true" />
      </a>
    </span>
  );
}
