"use client";

import { CircleUserRound, LogOut } from "lucide-react";
import { leave } from "@/components/people/leave";
import { buttonClass } from "@/components/ui/button-class";
import { IconButton } from "@/components/ui/icon-button";

/** The way to one's account and the way out, where the screen is too narrow for more. */
export function PersonCorner({ account }: { account: string }) {
  return (
    <>
      <a href={account} aria-label="Your account" className={buttonClass({ variant: "ghost", size: "icon" })}>
        <CircleUserRound className="size-4" aria-hidden="true" />
      </a>
      <IconButton label="Sign out" icon={<LogOut className="size-4" />} onClick={() => leave()} />
    </>
  );
}
