"use client";

import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export const PASSWORD_HINT = "12 characters or more. A few random words make a good one.";

/** A new password by a mail's link. */
export function NewPasswordForm({ token }: { token: string }) {
  const [done, setDone] = useState(false);
  const { run, busy, error } = useAction(async (password: string) => {
    await trpc.account.reset.mutate({ token, password });
    setDone(true);
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(String(new FormData(event.currentTarget).get("password")));
  }
  if (done) {
    return (
      <div className="flex flex-col gap-4">
        <Alert tone="positive" title="Your password is changed." live>
          Every session was signed out.
        </Alert>
        <a href="/sign-in" className={buttonClass({ variant: "primary", wide: true })}>
          Sign in
        </a>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {error && <Alert tone="negative" title={error} live />}
      <Field label="New password" hint={PASSWORD_HINT}>
        <Input name="password" type="password" autoComplete="new-password" minLength={12} required autoFocus />
      </Field>
      <Button type="submit" variant="primary" wide busy={busy}>
        Change the password
      </Button>
    </form>
  );
}
