"use client";

import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { PASSWORD_HINT } from "@/components/people/new-password-form";
import { signInWith } from "@/components/people/sign-in-with";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Takes an invitation up: name and password for somebody new, the password that they have for somebody known. */
export function JoinForm({ token, known, next }: { token: string; known: boolean; next: string }) {
  const [busy, setBusy] = useState(false);
  const join = (name: string, password: string) => trpc.account.join.mutate({ token, name, password });
  const { run, error } = useAction(join, { refresh: false });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("password"));
    setBusy(true);
    const joined = await run(String(form.get("name") ?? ""), password);
    if (!joined) return setBusy(false);
    const refused = await signInWith("credentials", { email: joined.email, password }).catch(() => "broken");
    window.location.assign(refused ? "/sign-in" : next);
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {error && <Alert tone="negative" title={error} live />}
      {!known && (
        <Field label="Your name">
          <Input name="name" autoComplete="name" required maxLength={100} autoFocus />
        </Field>
      )}
      <Field
        label={known ? "Your password" : "Password"}
        hint={known ? "You have an account already: the password that you sign in with." : PASSWORD_HINT}
      >
        <Input
          name="password"
          type="password"
          autoComplete={known ? "current-password" : "new-password"}
          minLength={known ? 1 : 12}
          required
        />
      </Field>
      <Button type="submit" variant="primary" wide busy={busy}>
        Join
      </Button>
    </form>
  );
}
