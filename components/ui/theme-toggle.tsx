"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { keepCookie } from "@/components/ui/keep-cookie";

type Theme = "system" | "light" | "dark";
const CHOICES = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

/** Light, dark, or as the device says; kept in the cookie `vf_theme`, which the page's shell reads. */
export function ThemeToggle({
  labels = { group: "Theme", system: "System", light: "Light", dark: "Dark" },
}: {
  labels?: Record<"group" | Theme, string>;
}) {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme((document.documentElement.dataset.theme as Theme | undefined) ?? "system"), []);
  const choose = (next: Theme) => {
    setTheme(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    keepCookie("vf_theme", next);
  };
  return (
    <div
      role="radiogroup"
      aria-label={labels.group}
      className="inline-flex rounded-full border border-line bg-surface p-0.5"
    >
      {CHOICES.map(({ value, icon: Icon }) => (
        // biome-ignore lint/a11y/useSemanticElements: three pictures in a row, not a form's radio
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={theme === value}
          aria-label={labels[value]}
          onClick={() => choose(value)}
          className={cn(
            "grid size-6 place-items-center rounded-full transition-colors duration-150",
            theme === value ? "bg-accent-soft text-accent-text" : "text-muted hover:text-ink",
          )}
        >
          <Icon className="size-3.5" aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
