"use client";

import { type FormEvent, useState } from "react";
import { BROKEN, SIGN_IN_ERRORS, signInWith } from "@/components/people/sign-in-with";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The code of the app, or a recovery code where the app is lost. */
export function SecondFactorForm({ next }: { next: string }) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [recovery, setRecovery] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code"));
    setBusy(true);
    try {
      const refused = await signInWith("second-factor", { code });
      if (!refused) return window.location.assign(next);
      if (refused === "session_expired") return window.location.assign("/sign-in?error=session_expired");
      setProblem(SIGN_IN_ERRORS[refused === "unauthenticated" ? "code" : refused] ?? BROKEN);
    } catch {
      setProblem(BROKEN);
    }
    setBusy(false);
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {problem && <Alert tone="negative" title={problem} live />}
      {recovery ? (
        <Field label="Recovery code" hint="One of the ten that you kept. Each works once.">
          <Input key="recovery" name="code" className="mono" autoComplete="off" required autoFocus maxLength={40} />
        </Field>
      ) : (
        <Field label="Code" hint="Six digits from your authenticator app.">
          <Input
            key="app"
            name="code"
            className="mono text-lg tracking-widest"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]{6,7}"
            required
            autoFocus
          />
        </Field>
      )}
      <Button type="submit" variant="primary" wide busy={busy}>
        Continue
      </Button>
      <Button variant="ghost" wide onClick={() => setRecovery(!recovery)}>
        {recovery ? "Use the app instead" : "I cannot use my app"}
      </Button>
    </form>
  );
}
