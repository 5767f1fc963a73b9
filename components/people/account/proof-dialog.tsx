"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { useAction } from "@/components/dashboard/use-action";
import { CodeField } from "@/components/people/account/code-field";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/**
 * Asks again who it is, by password and code, before something grave. `children`, once there are any, take the form's
 * place.
 */
export function ProofDialog({
  title,
  description,
  trigger,
  confirm,
  danger = false,
  hasPassword,
  enrolled = true,
  action,
  children,
}: {
  title: string;
  description: string;
  trigger: ReactNode;
  confirm: string;
  danger?: boolean;
  hasPassword: boolean;
  /** Whether there is a second factor, whose code is asked for. */
  enrolled?: boolean;
  action: (proof: { password: string; code: string }) => Promise<unknown>;
  children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const { run, busy, error } = useAction(async (proof: { password: string; code: string }) => {
    await action(proof);
    return true;
  });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const done = await run({ password: String(form.get("password") ?? ""), code: String(form.get("code") ?? "") });
    if (done && danger) setOpen(false);
  }
  return (
    <Dialog open={open} onOpenChange={setOpen} trigger={trigger} title={title} description={description}>
      {children || (
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          {hasPassword && (
            <Field label="Password">
              <Input name="password" type="password" autoComplete="current-password" required />
            </Field>
          )}
          {enrolled && <CodeField />}
          <div className="flex justify-end">
            <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy}>
              {confirm}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
