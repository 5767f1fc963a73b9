"use client";

import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Asks for a link by mail; the answer is the same for every address. */
export function ForgotForm() {
  const [sent, setSent] = useState(false);
  const { run, busy, error } = useAction(async (email: string) => {
    await trpc.account.askReset.mutate({ email });
    setSent(true);
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(String(new FormData(event.currentTarget).get("email")));
  }
  if (sent) {
    return (
      <Alert tone="positive" title="If this address is known here, a mail is on its way." live>
        The link in it works once, for an hour.
      </Alert>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {error && <Alert tone="negative" title={error} live />}
      <Field label="E-mail">
        <Input name="email" type="email" autoComplete="username" required autoFocus />
      </Field>
      <Button type="submit" variant="primary" wide busy={busy}>
        Send the link
      </Button>
    </form>
  );
}
