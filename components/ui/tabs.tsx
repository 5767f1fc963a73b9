"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

export interface TabItem {
  value: string;
  label: ReactNode;
  content: ReactNode;
}

/** Views of one thing, side by side. Pass `value` and `onChange` to keep the choice in the address. */
export function Tabs({
  items,
  label,
  value,
  onChange,
}: {
  items: readonly TabItem[];
  label: string;
  value?: string;
  onChange?: (value: string) => void;
}) {
  return (
    <Radix.Root value={value} onValueChange={onChange} defaultValue={value === undefined ? items[0]?.value : undefined}>
      <Radix.List aria-label={label} className="flex gap-5 overflow-x-auto border-line border-b">
        {items.map((item) => (
          <Radix.Trigger
            key={item.value}
            value={item.value}
            className="-mb-px whitespace-nowrap border-transparent border-b-2 py-2.5 font-medium text-base text-muted transition-colors duration-150 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {item.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.value} value={item.value} className="pt-5">
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
