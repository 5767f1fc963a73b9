"use client";

import { LogOut } from "lucide-react";
import { leave } from "@/components/people/leave";
import { IconButton } from "@/components/ui/icon-button";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** Who is signed in, with the way to their account and the way out, and the theme. */
export function PersonFooter({ name, email, account }: { name: string; email: string; account: string }) {
  return (
    <div className="flex flex-col items-stretch gap-3">
      <div>
        <ThemeToggle />
      </div>
      <div className="flex items-center justify-between gap-2">
        <a href={account} className="min-w-0 flex-1 rounded-control px-1 py-0.5 hover:bg-hover" title="Your account">
          <span className="block truncate font-medium text-sm">{name}</span>
          <span className="block truncate text-muted text-xs">{email}</span>
        </a>
        <IconButton label="Sign out" icon={<LogOut className="size-4" />} onClick={() => leave()} />
      </div>
    </div>
  );
}
