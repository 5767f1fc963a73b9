"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { SecretOnce } from "@/components/dashboard/secret-once";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { Scope } from "@/server/contract/enums";

const LIFETIMES = [
  ["", "Never"],
  ["30", "In 30 days"],
  ["90", "In 90 days"],
  ["365", "In a year"],
] as const;

/** What the form says, as the call takes it. */
function readForm(form: FormData) {
  const days = Number(form.get("days"));
  return {
    label: String(form.get("label")),
    scopes: form.getAll("scopes") as Scope[],
    ipAllow: String(form.get("ipAllow"))
      .split(/[\s,]+/)
      .filter(Boolean),
    expiresAt: days > 0 ? new Date(Date.now() + days * 86_400_000) : undefined,
  };
}

/** Makes a key for the environment in view; its secret is shown once. */
export function NewKey({ environment }: { environment: string }) {
  const [made, setMade] = useState<{ id: string; secret: string }>();
  const { run, busy, error } = useAction(trpc.keys.create.mutate);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMade(await run(readForm(new FormData(event.currentTarget))));
  }
  return (
    <Dialog
      trigger={
        <Button variant="primary" icon={<Plus className="size-4" />}>
          New key
        </Button>
      }
      title={`New ${environment} key`}
      description="A key and its secret sign requests; the secret never travels."
      onOpenChange={() => setMade(undefined)}
    >
      {made ? (
        <SecretOnce
          items={[
            { name: "Key", value: made.id },
            { name: "Secret", value: made.secret },
          ]}
        />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          <Fields />
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={busy}>
              Create
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Fields() {
  return (
    <>
      <Field label="Label" hint="Where it is used, for example “checkout server”.">
        <Input name="label" required maxLength={100} />
      </Field>
      <fieldset>
        <legend className="mb-2 font-medium text-sm">May be used for</legend>
        <div className="grid gap-1.5 sm:grid-cols-2">
          {Scope.options.map((scope) => (
            <label key={scope} className="flex items-center gap-2 text-sm">
              <input type="checkbox" name="scopes" value={scope} defaultChecked className="size-4" />
              <span className="mono">{scope}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label="From these addresses only"
        optional="may be empty"
        hint="Addresses or ranges, for example 203.0.113.0/24. Empty allows every address."
      >
        <Textarea name="ipAllow" rows={2} className="mono" />
      </Field>
      <Field label="Ends">
        <NativeSelect name="days">
          {LIFETIMES.map(([days, words]) => (
            <option key={days} value={days}>
              {words}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </>
  );
}
