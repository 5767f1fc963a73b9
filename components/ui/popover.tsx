"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** A small panel beside the button that opens it: filters, a date range, details. */
export function Popover({ trigger, children, label }: { trigger: ReactNode; children: ReactNode; label: string }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={6}
          className="z-50 min-w-64 animate-enter rounded-card border border-line bg-raised p-4 shadow-soft"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
