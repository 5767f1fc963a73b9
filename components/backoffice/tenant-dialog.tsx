"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";

/** Plan and status of one tenant; suspending stops its keys at once. */
export function TenantDialog({
  tenant,
  plans,
}: {
  tenant: { id: string; name: string; status: string; plan: { id: string } };
  plans: readonly { id: string; name: string }[];
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const status = form.get("status") === "suspended" ? "suspended" : "active";
      await trpc.operator.updateTenant.mutate({ id: tenant.id, planId: String(form.get("plan")), status });
      setOpen(false);
      router.refresh();
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : "It could not be saved.");
    }
    setBusy(false);
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
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
