"use client";

import { UserPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { RoleChoice } from "@/components/dashboard/members/role-choice";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toaster";

/** Invites an address with a role. `invite` answers whether the mail was sent. */
export function InviteDialog({
  title,
  roles,
  chosen,
  invite,
}: {
  title: string;
  roles: readonly string[];
  chosen: string;
  invite: (input: { email: string; role: string }) => Promise<{ mailed: boolean }>;
}) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const { run, busy, error } = useAction(async (input: { email: string; role: string }) => {
    const { mailed } = await invite(input);
    if (mailed) toast(`The invitation is on its way to ${input.email}.`, "positive");
    else toast("The invitation stands, but the mail could not be sent. Send it again.", "caution");
    setOpen(false);
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    return run({ email: String(form.get("email")), role: String(form.get("role")) });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<UserPlus className="size-4" />}>
          Invite
        </Button>
      }
      title={title}
      description="They get a link by mail, which works once within seven days."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="E-mail">
          <Input name="email" type="email" autoComplete="off" required maxLength={320} />
        </Field>
        <RoleChoice roles={roles} chosen={chosen} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Send the invitation
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
