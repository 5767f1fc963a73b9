"use client";

import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Under which customer Stripe knows a tenant. */
export function CustomerDialog({
  tenantId,
  name,
  customerId,
}: {
  tenantId: string;
  name: string;
  customerId: string | null;
}) {
  const [open, setOpen] = useState(false);
  const { run, busy, error } = useAction(async (customer: string | null) => {
    await trpc.operatorBilling.setMeterCustomer.mutate({ tenantId, customerId: customer });
    return true;
  });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const customer = String(new FormData(event.currentTarget).get("customer")).trim();
    if (await run(customer === "" ? null : customer)) setOpen(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">Change</Button>}
      title={name}
      description="Billed calls are told to this customer's meters from now on."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="Stripe customer" hint="Empty: nothing is told.">
          <Input name="customer" defaultValue={customerId ?? ""} pattern="cus_[A-Za-z0-9]+" placeholder="cus_…" />
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
