import type { ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";

/** A button that shows only an icon; `label` is its name for assistive technology. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, "children"> & { label: string; icon: ReactNode }) {
  return (
    <Button variant="ghost" size="icon" {...rest} aria-label={label}>
      {icon}
    </Button>
  );
}
