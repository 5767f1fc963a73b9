"use client";

import { LogIn } from "lucide-react";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { BROKEN, SIGN_IN_ERRORS, signInWith } from "@/components/people/sign-in-with";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/**
 * E-mail and password, and the configured provider beside them; goes on to `next` (a path of ours) when they are right.
 */
export function SignInForm({ next, provider, error }: { next: string; provider?: string; error?: string }) {
  const [problem, setProblem] = useState(error && (SIGN_IN_ERRORS[error] ?? "Signing in did not work. Try again."));
  const [busy, setBusy] = useState<"password" | "provider">();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy("password");
    try {
      const given = { email: String(form.get("email")), password: String(form.get("password")) };
      const refused = await signInWith("credentials", given);
      if (!refused) return window.location.assign(next);
      setProblem(SIGN_IN_ERRORS[refused] ?? BROKEN);
    } catch {
      setProblem(BROKEN);
    }
    setBusy(undefined);
  }
  function leaveForProvider() {
    setBusy("provider");
    signIn("oidc", { callbackUrl: next }).catch(() => setProblem(BROKEN));
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {problem && <Alert tone="negative" title={problem} live />}
      {provider && (
        <>
          <Button
            wide
            icon={<LogIn className="size-4" />}
            busy={busy === "provider"}
            disabled={busy !== undefined}
            onClick={leaveForProvider}
          >
            Continue with {provider}
          </Button>
          <div className="flex items-center gap-3 text-faint text-xs" aria-hidden="true">
            <span className="h-px flex-1 bg-line" /> or <span className="h-px flex-1 bg-line" />
          </div>
        </>
      )}
      <Field label="E-mail">
        <Input name="email" type="email" autoComplete="username" required autoFocus />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" wide busy={busy === "password"} disabled={busy !== undefined}>
        Sign in
      </Button>
    </form>
  );
}
