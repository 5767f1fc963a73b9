"use client";

import { getCsrfToken } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

async function signInWith(email: string, password: string): Promise<boolean> {
  const csrfToken = (await getCsrfToken()) ?? "";
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  });
  if (response.status === 401) return false;
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}`);
  return true;
}

/** E-mail and password; goes on to `next` (a path of ours) when they are right. */
export function SignInForm({ next }: { next: string }) {
  const [state, setState] = useState<"idle" | "busy" | "wrong" | "broken">("idle");
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setState("busy");
    try {
      const right = await signInWith(String(form.get("email")), String(form.get("password")));
      if (right) window.location.assign(next);
      else setState("wrong");
    } catch {
      setState("broken");
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {state === "wrong" && <Alert tone="negative" title="The e-mail address or the password is not right." />}
      {state === "broken" && <Alert tone="negative" title="The server does not answer. Try again in a moment." />}
      <Field label="E-mail">
        <Input name="email" type="email" autoComplete="username" required autoFocus />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" wide busy={state === "busy"}>
        Sign in
      </Button>
    </form>
  );
}
