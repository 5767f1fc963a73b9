"use client";

import { LogOut, MoreHorizontal, UserCog, UserMinus } from "lucide-react";
import { useState } from "react";
import type { MemberRow } from "@/components/dashboard/members/member-row";
import { RoleDialog } from "@/components/dashboard/members/role-dialog";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toaster";

/** What can be done about one member; what takes something away asks first. */
export function MemberActions({ member, byOwner }: { member: MemberRow; byOwner: boolean }) {
  const [open, setOpen] = useState<"role" | "sessions" | "remove">();
  const toast = useToast();
  const close = () => setOpen(undefined);
  const { id: userId, name } = member;
  const end = useAction(async () => {
    const { revoked } = await trpc.members.revokeSessions.mutate({ userId });
    toast(`${name} was signed out of ${revoked} ${revoked === 1 ? "session" : "sessions"}.`, "positive");
    close();
  });
  const remove = useAction(async () => {
    await trpc.members.remove.mutate({ userId });
    close();
  });
  return (
    <div className="flex justify-end">
      <Menu
        trigger={<IconButton label={`Actions for ${name}`} icon={<MoreHorizontal className="size-4" />} />}
        groups={[
          [
            { label: "Change role", icon: <UserCog />, onSelect: () => setOpen("role") },
            { label: "Sign out everywhere", icon: <LogOut />, onSelect: () => setOpen("sessions") },
          ],
          [{ label: "Remove", icon: <UserMinus />, danger: true, onSelect: () => setOpen("remove") }],
        ]}
      />
      <RoleDialog member={member} byOwner={byOwner} open={open === "role"} onClose={close} />
      <Dialog
        open={open === "sessions"}
        onOpenChange={close}
        title={`Sign ${name} out everywhere`}
        description="Every session of theirs ends at once, in their other accounts too. They can sign in again."
        footer={
          <Button variant="danger" busy={end.busy} onClick={() => end.run()}>
            Sign out
          </Button>
        }
      >
        {end.error && <Alert tone="negative" title={end.error} live />}
      </Dialog>
      <Dialog
        open={open === "remove"}
        onOpenChange={close}
        title={`Remove ${name}`}
        description="From their next request on they see nothing here. What they did stays in the audit."
        footer={
          <Button variant="danger" busy={remove.busy} onClick={() => remove.run()}>
            Remove
          </Button>
        }
      >
        {remove.error && <Alert tone="negative" title={remove.error} live />}
      </Dialog>
    </div>
  );
}
