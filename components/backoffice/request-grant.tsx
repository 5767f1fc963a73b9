"use client";

import { Eye } from "lucide-react";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";

const HOURS = [1, 4, 24, 72];

/** Asks a tenant for leave to see its data, with a reason and a time. */
export function RequestGrant({ tenantId, name }: { tenantId: string; name: string }) {
  const [open, setOpen] = useState(false);
  const { run, busy, error } = useAction(async (form: FormData) => {
    const asked = { tenantId, reason: String(form.get("reason")), hours: Number(form.get("hours")) };
    await trpc.operatorAccess.request.mutate(asked);
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
        <Button variant="primary" icon={<Eye className="size-4" />}>
          Ask for access
        </Button>
      }
      title={`See data of ${name}`}
      description="The tenant's owners get your reason by mail and decide. It holds for you alone, and every look is written down on both sides."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="Reason" hint="A sentence that the tenant understands. No personal data.">
          <Textarea name="reason" rows={3} required minLength={10} maxLength={500} />
        </Field>
        <Field label="For">
          <NativeSelect name="hours" defaultValue="4">
            {HOURS.map((hours) => (
              <option key={hours} value={hours}>
                {hours === 1 ? "1 hour" : `${hours} hours`}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Ask
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
