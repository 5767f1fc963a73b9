"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { listCountries } from "@/components/capture/countries";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { useToast } from "@/components/ui/toaster";

/** Makes a tenant and invites its first owner by mail. */
export function NewTenantDialog({ plans }: { plans: readonly { id: string; name: string }[] }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const { run, busy, error } = useAction(async (form: FormData) => {
    const of = (name: string) => String(form.get(name));
    const [ownerEmail, region] = [of("ownerEmail"), of("region") || "local"];
    const opening = { name: of("name"), country: of("country"), planId: of("plan"), ownerEmail, region };
    const { invitation } = await trpc.operator.openTenant.mutate(opening);
    if (invitation.mailed) toast(`The invitation is on its way to ${ownerEmail}.`, "positive");
    else toast("The tenant is there, but the mail could not be sent. Invite its owner again.", "caution");
    setOpen(false);
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(new FormData(event.currentTarget));
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Plus className="size-4" />}>
          New tenant
        </Button>
      }
      title="New tenant"
      description="Its first owner gets a link by mail, which works once within seven days."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <NewTenantFields plans={plans} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Make the tenant
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function NewTenantFields({ plans }: { plans: readonly { id: string; name: string }[] }) {
  return (
    <>
      <Field label="Name" hint="People see it on the hosted page.">
        <Input name="name" required maxLength={100} autoComplete="off" />
      </Field>
      <Field label="Owner's e-mail">
        <Input name="ownerEmail" type="email" required maxLength={320} autoComplete="off" />
      </Field>
      <Field label="Country">
        <NativeSelect name="country" defaultValue="">
          <option value="" disabled>
            Choose
          </option>
          {listCountries("en").map(({ alpha3, name }) => (
            <option key={alpha3} value={alpha3}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Plan">
        <NativeSelect name="plan">
          {plans.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Region" optional="may be empty" hint="Binds its pictures to one of the configured regions.">
        <Input name="region" className="mono" maxLength={80} autoComplete="off" />
      </Field>
    </>
  );
}
