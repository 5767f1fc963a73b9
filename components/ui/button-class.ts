import { cn } from "@/components/ui/cn";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg" | "icon";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-strong",
  secondary: "bg-surface text-ink border-edge hover:bg-[color-mix(in_oklab,var(--color-surface),var(--color-ink)_4%)]",
  ghost: "bg-transparent text-ink border-transparent hover:bg-hover",
  danger: "bg-surface text-negative-text border-negative-line hover:bg-negative-soft",
};

const SIZE: Record<ButtonSize, string> = {
  sm: "h-7 px-2.5 text-sm gap-1.5",
  md: "h-9 px-3.5 text-base gap-2",
  lg: "h-12 px-5 text-lg gap-2.5",
  icon: "size-9 text-base",
};

/** The look of a button, for `<button>` and for a link that acts like one. */
export function buttonClass(options: { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean } = {}): string {
  const { variant = "secondary", size = "md", wide = false } = options;
  return cn(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control border font-medium",
    "transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50",
    "[&_svg]:shrink-0",
    VARIANT[variant],
    SIZE[size],
    wide && "w-full",
  );
}
