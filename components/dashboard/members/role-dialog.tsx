"use client";

import type { FormEvent } from "react";
import type { MemberRow } from "@/components/dashboard/members/member-row";
import { RoleChoice } from "@/components/dashboard/members/role-choice";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ROLES, type Role } from "@/server/domain/people/permissions";

/** Roles that somebody may give: an owner is made by owners only. */
export function rolesToGive(byOwner: boolean): readonly Role[] {
  return ROLES.filter((role) => role !== "owner" || byOwner);
}

export function RoleDialog({
  member,
  byOwner,
  open,
  onClose,
}: {
  member: MemberRow;
  byOwner: boolean;
  open: boolean;
  onClose: () => void;
}) {
  const { run, busy, error } = useAction(async (role: Role) => {
    await trpc.members.changeRole.mutate({ userId: member.id, role });
    onClose();
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(String(new FormData(event.currentTarget).get("role")) as Role);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={`Role of ${member.name}`}
      description="It holds from their next request on."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <RoleChoice roles={rolesToGive(byOwner)} chosen={member.role} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
