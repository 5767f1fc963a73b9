import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export interface SidebarItem {
  label: ReactNode;
  href: string;
  icon?: ReactNode;
  active?: boolean;
  /** A count or a dot at the end. */
  trailing?: ReactNode;
}

export interface SidebarGroup {
  title?: ReactNode;
  items: readonly SidebarItem[];
}

/** Navigation beside the content; above it, scrolling sideways, on a narrow screen. */
export function SidebarLayout({
  brand,
  groups,
  footer,
  corner,
  label,
  children,
  skipLabel = "Skip to content",
}: {
  brand: ReactNode;
  groups: readonly SidebarGroup[];
  footer?: ReactNode;
  /** Stands for the footer on a narrow screen, beside the brand. */
  corner?: ReactNode;
  label: string;
  children: ReactNode;
  skipLabel?: string;
}) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus-visible:not-sr-only focus-visible:fixed focus-visible:start-3 focus-visible:top-3 focus-visible:z-50 focus-visible:rounded-control focus-visible:bg-raised focus-visible:px-3 focus-visible:py-2"
      >
        {skipLabel}
      </a>
      <aside className="flex flex-col border-line border-b bg-sunken lg:sticky lg:top-0 lg:h-dvh lg:border-e lg:border-b-0">
        <div className="flex h-14 items-center justify-between px-4">
          {brand}
          {corner && <div className="flex items-center lg:hidden">{corner}</div>}
        </div>
        <nav
          aria-label={label}
          className="flex gap-1 overflow-x-auto px-3 pb-2 lg:flex-1 lg:flex-col lg:overflow-y-auto"
        >
          {groups.map((group, index) => (
            <div key={index} className="flex gap-1 lg:mb-3 lg:flex-col">
              {group.title && (
                <p className="hidden px-2 pt-2 pb-1 font-medium text-faint text-xs lg:block">{group.title}</p>
              )}
              {group.items.map((item) => (
                <SidebarLink key={item.href} item={item} />
              ))}
            </div>
          ))}
        </nav>
        {footer && <div className="hidden border-line border-t p-3 lg:block">{footer}</div>}
      </aside>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none sm:px-8 sm:py-8">
        <div className="mx-auto max-w-6xl">{children}</div>
      </main>
    </div>
  );
}

/** On a narrow screen the row of links may begin far before the one that is open. */
function showActive(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ block: "nearest", inline: "center" });
}

function SidebarLink({ item }: { item: SidebarItem }) {
  return (
    <a
      ref={item.active ? showActive : undefined}
      href={item.href}
      aria-current={item.active ? "page" : undefined}
      className={cn(
        "flex h-8 items-center gap-2.5 whitespace-nowrap rounded-control px-2 text-base transition-colors duration-150 [&_svg]:size-4 [&_svg]:shrink-0",
        item.active ? "bg-surface font-medium text-ink shadow-soft" : "text-muted hover:bg-hover hover:text-ink",
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.trailing && <span className="text-faint text-xs tabular-nums">{item.trailing}</span>}
    </a>
  );
}
