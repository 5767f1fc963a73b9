"use client";

import type { FormEvent } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { CodeField } from "@/components/people/account/code-field";
import { PASSWORD_HINT } from "@/components/people/new-password-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toaster";

/** Another password, for who gives the present one. */
export function PasswordCard({ enrolled }: { enrolled: boolean }) {
  const toast = useToast();
  const { run, busy, error } = useAction(async (form: HTMLFormElement) => {
    const of = (name: string) => String(new FormData(form).get(name) ?? "");
    const code = enrolled ? of("code") : undefined;
    await trpc.account.changePassword.mutate({ password: of("password"), code, next: of("next") });
    form.reset();
    toast("Your password is changed. Other sessions were signed out.", "positive");
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(event.currentTarget);
  }
  return (
    <Card>
      <CardHeader title="Password" description="Changing it signs out every other session." />
      <CardBody>
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Field label="Present password">
              <Input name="password" type="password" autoComplete="current-password" required />
            </Field>
            <Field label="New password" hint={PASSWORD_HINT}>
              <Input name="next" type="password" autoComplete="new-password" minLength={12} required />
            </Field>
            {enrolled && <CodeField />}
          </div>
          <div className="flex justify-end">
            <Button type="submit" busy={busy}>
              Change the password
            </Button>
          </div>
        </form>
      </CardBody>
    </Card>
  );
}
