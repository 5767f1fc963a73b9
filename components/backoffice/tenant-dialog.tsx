"use client";

import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { useToast } from "@/components/ui/toaster";

/** Plan and status of one tenant; suspending stops its keys at once, a smaller plan may wait for a second operator. */
export function TenantDialog({
  tenant,
  plans,
}: {
  tenant: { id: string; name: string; status: string; plan: { id: string } };
  plans: readonly { id: string; name: string }[];
}) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const { run, busy, error } = useAction(async (form: FormData) => {
    const of = (name: string) => String(form.get(name) ?? "");
    const status = of("status") === "suspended" ? "suspended" : "active";
    const change = { id: tenant.id, planId: of("plan"), status, note: of("note") } as const;
    const outcome = await trpc.operator.updateTenant.mutate(change);
    toast(outcome === "waiting" ? "A second operator has to allow the smaller plan." : "Saved.", "positive");
    setOpen(false);
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(new FormData(event.currentTarget));
  }
  return (
    <Dialog open={open} onOpenChange={setOpen} trigger={<Button size="sm">Change</Button>} title={tenant.name}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="Plan">
          <NativeSelect name="plan" defaultValue={tenant.plan.id}>
            {plans.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {plan.name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label="Status" hint="Suspending refuses every call of the tenant's keys at once.">
          <NativeSelect name="status" defaultValue={tenant.status}>
            <option value="active">Active</option>
            <option value="suspended">Suspended</option>
          </NativeSelect>
        </Field>
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
