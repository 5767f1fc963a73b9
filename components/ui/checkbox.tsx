"use client";

import { Check } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";

/** A box to tick with its text beside it. */
export function Checkbox({
  label,
  hint,
  ...rest
}: Omit<ComponentProps<typeof Radix.Root>, "children"> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <Radix.Root
        id={id}
        {...rest}
        className="control mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-small data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent"
      >
        <Radix.Indicator>
          <Check className="size-3.5" strokeWidth={3} aria-hidden="true" />
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={rest.id ?? id} className="text-base text-ink">
        {label}
        {hint && <span className="block text-muted text-sm">{hint}</span>}
      </label>
    </div>
  );
}
