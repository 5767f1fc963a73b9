"use client";

import { Switch as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";

/** On or off, at once. */
export function Switch({
  label,
  hint,
  ...rest
}: Omit<ComponentProps<typeof Radix.Root>, "children"> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <label htmlFor={rest.id ?? id} className="text-base text-ink">
        {label}
        {hint && <span className="block text-muted text-sm">{hint}</span>}
      </label>
      <Radix.Root
        id={id}
        {...rest}
        className="relative h-5 w-9 shrink-0 rounded-full border border-edge bg-edge transition-colors duration-150 disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-4 translate-x-px rounded-full bg-white shadow-soft transition-transform duration-150 rtl:-translate-x-px data-[state=checked]:translate-x-[17px] rtl:data-[state=checked]:-translate-x-[17px]" />
      </Radix.Root>
    </div>
  );
}
