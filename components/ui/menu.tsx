"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export interface MenuItem {
  label: ReactNode;
  icon?: ReactNode;
  onSelect?: () => void;
  href?: string;
  danger?: boolean;
  disabled?: boolean;
}

const ITEM =
  "flex h-8 cursor-pointer select-none items-center gap-2.5 rounded-control px-2 text-base outline-none [&_svg]:size-4 data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50";

/** Actions behind one button. Groups are divided by a line. */
export function Menu({ trigger, groups }: { trigger: ReactNode; groups: readonly (readonly MenuItem[])[] }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          className="z-50 min-w-48 animate-enter rounded-card border border-line bg-raised p-1 shadow-soft"
        >
          {groups.map((items, group) => (
            <div key={group} className={cn(group > 0 && "mt-1 border-line border-t pt-1")}>
              {items.map((item, index) => (
                <Radix.Item
                  key={index}
                  disabled={item.disabled}
                  onSelect={item.onSelect}
                  asChild={item.href !== undefined}
                  className={cn(
                    ITEM,
                    item.danger
                      ? "text-negative-text data-[highlighted]:bg-negative-soft"
                      : "text-ink data-[highlighted]:bg-hover",
                  )}
                >
                  {item.href === undefined ? (
                    <>
                      {item.icon}
                      {item.label}
                    </>
                  ) : (
                    <a href={item.href}>
                      {item.icon}
                      {item.label}
                    </a>
                  )}
                </Radix.Item>
              ))}
            </div>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
