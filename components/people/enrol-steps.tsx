"use client";

import { toDataURL } from "qrcode";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { RecoveryCodes } from "@/components/people/recovery-codes";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface Begun {
  readonly secret: string;
  readonly picture: string;
}

/** Sets up an authenticator app: a QR code to scan, a first code to prove it, recovery codes to keep. */
export function EnrolSteps({ onDone, doneLabel }: { onDone: () => void; doneLabel: string }) {
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = useAction(async () => {
    const { secret, address } = await trpc.account.beginSecondFactor.mutate();
    setBegun({ secret, picture: await toDataURL(address, { margin: 2, width: 360, errorCorrectionLevel: "M" }) });
  });
  const confirm = useAction(trpc.account.confirmSecondFactor.mutate);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code"));
    setCodes((await confirm.run({ code }))?.recoveryCodes);
  }
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} doneLabel={doneLabel} />;
  if (!begun) {
    return (
      <div className="flex flex-col gap-4">
        {begin.error && <Alert tone="negative" title={begin.error} live />}
        <Button variant="primary" wide busy={begin.busy} onClick={() => begin.run()}>
          Set up an authenticator app
        </Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {confirm.error && <Alert tone="negative" title={confirm.error} live />}
      <p className="text-base">Scan this with your authenticator app.</p>
      <img src={begun.picture} alt="QR code for your authenticator app" className="mx-auto size-44 rounded-control" />
      <details className="text-sm">
        <summary className="cursor-pointer text-muted">I cannot scan it</summary>
        <p className="mt-2 break-all">
          Type this key: <Code>{begun.secret.match(/.{1,4}/g)?.join(" ") ?? ""}</Code>
        </p>
      </details>
      <Field label="Code" hint="The six digits that the app shows now.">
        <Input
          name="code"
          className="mono text-lg tracking-widest"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]{6,7}"
          required
        />
      </Field>
      <Button type="submit" variant="primary" wide busy={confirm.busy}>
        Confirm
      </Button>
    </form>
  );
}
