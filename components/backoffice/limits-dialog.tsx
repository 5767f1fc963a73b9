"use client";

import { type FormEvent, useState } from "react";
import { LimitedEndpoints } from "@/components/backoffice/limited-endpoints";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toaster";
import { type LimitsForm, readLimitsForm, showLimitsForm } from "@/server/domain/limits/limits-form";
import type { OwnLimits } from "@/server/domain/limits/own-limits";
import type { RequestLimits } from "@/server/domain/limits/request-limits";

export interface LimitedEndpoint {
  readonly id: string;
  /** `POST /v1/kyc/verify` */
  readonly title: string;
}

const NUMBERS = [
  { key: "minute", path: "minute", label: "One key, a minute", of: (plan: RequestLimits) => plan.minute },
  { key: "day", path: "day", label: "One key, a day", of: (plan: RequestLimits) => plan.day },
  { key: "tenantMinute", path: "tenant_minute", label: "All keys, a minute", of: (p: RequestLimits) => p.tenantMinute },
] as const;

/** The editor of one tenant's own limits. Higher ones hold at once, lower ones may wait for a second operator. */
export function LimitsDialog({
  tenantId,
  own,
  plan,
  endpoints,
}: {
  tenantId: string;
  own: OwnLimits;
  plan: RequestLimits;
  endpoints: readonly LimitedEndpoint[];
}) {
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<LimitsForm>(() => showLimitsForm(own));
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({});
  const toast = useToast();
  const { run, busy, error, fields } = useAction(trpc.operatorLimits.change.mutate);
  const problems = { ...Object.fromEntries(fields.map(({ path, message }) => [path, message])), ...mistakes };
  const openAnew = (next: boolean) => {
    setForm(showLimitsForm(own));
    setMistakes({});
    setOpen(next);
  };
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "");
    const read = readLimitsForm(form);
    setMistakes("mistakes" in read ? read.mistakes : {});
    if ("mistakes" in read) return;
    const outcome = await run({ tenantId, own: read.own, note });
    if (!outcome) return;
    toast(outcome === "waiting" ? "A second operator has to allow the lower limits." : "Saved.", "positive");
    setOpen(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={openAnew}
      trigger={<Button size="sm">Change</Button>}
      title="Limits of requests"
      description="What is left empty is the plan's. Higher limits hold from the next request on."
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {error && fields.length === 0 && <Alert tone="negative" title={error} live />}
        <div className="grid items-start gap-4 sm:grid-cols-3">
          {NUMBERS.map(({ key, path, label, of }) => (
            <Field key={key} label={label} error={problems[path]}>
              <Input
                inputMode="numeric"
                placeholder={String(of(plan))}
                value={form[key]}
                onChange={(event) => setForm({ ...form, [key]: event.target.value })}
              />
            </Field>
          ))}
        </div>
        <LimitedEndpoints
          rows={form.endpoints}
          endpoints={endpoints}
          problems={problems}
          onChange={(rows) => setForm({ ...form, endpoints: rows })}
        />
        <Field label="Why" optional="may be empty" hint="A second operator, where one has to agree, reads it.">
          <Input name="note" maxLength={2000} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
