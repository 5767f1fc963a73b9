"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";

/** A question over the page. `trigger` opens it, or `open` with `onOpenChange` do. `footer` holds the actions. */
export function Dialog({
  trigger,
  title,
  description,
  children,
  footer,
  open,
  onOpenChange,
  wide = false,
  closeLabel = "Close",
}: {
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  wide?: boolean;
  closeLabel?: string;
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-x-4 top-[8dvh] z-50 mx-auto flex max-h-[84dvh] animate-enter flex-col rounded-sheet border border-line bg-raised shadow-soft",
            wide ? "max-w-3xl" : "max-w-lg",
          )}
        >
          <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-3">
            <div>
              <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-muted text-sm">{description}</Radix.Description>}
            </div>
            <Radix.Close
              aria-label={closeLabel}
              className={cn(buttonClass({ variant: "ghost", size: "icon" }), "-me-2 -mt-1")}
            >
              <X className="size-4" aria-hidden="true" />
            </Radix.Close>
          </header>
          {children && <div className="min-h-0 overflow-y-auto px-6 pb-5">{children}</div>}
          {footer && <footer className="flex justify-end gap-2 border-line border-t px-6 py-4">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
