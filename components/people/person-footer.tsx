"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { IconButton } from "@/components/ui/icon-button";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** Who is signed in, the way out, and the theme. */
export function PersonFooter({ name, email }: { name: string; email: string }) {
  return (
    <div className="flex flex-col items-stretch gap-3">
      <div>
        <ThemeToggle />
      </div>
      <div className="flex items-center justify-between gap-2">
        <div className="min-w-0">
          <p className="truncate font-medium text-sm">{name}</p>
          <p className="truncate text-muted text-xs">{email}</p>
        </div>
        <IconButton
          label="Sign out"
          icon={<LogOut className="size-4" />}
          onClick={() => signOut({ callbackUrl: "/sign-in" })}
        />
      </div>
    </div>
  );
}
