"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toaster";

/** Asks for the erasure of everything about a person, by the tenant's own identifier of them. */
export function EraseDialog() {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const { run, busy, error } = useAction(async (form: FormData) => {
    const of = (name: string) => String(form.get(name));
    const outcome = await trpc.approvals.askErasure.mutate({ reference: of("reference"), note: of("note") });
    toast(outcome === "waiting" ? "A second member has to allow it." : "Everything was erased.", "positive");
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
      trigger={<Button icon={<Trash2 className="size-4" />}>Erase a person</Button>}
      title="Erase everything about a person"
      description="Their verifications, sessions and enrolled faces in this environment. It cannot be undone."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="Reference" hint="Your own identifier of the person, as you sent it.">
          <Input name="reference" className="mono" required maxLength={200} />
        </Field>
        <Field label="Why" hint="The second member reads it.">
          <Textarea name="note" rows={3} required maxLength={2000} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="danger" busy={busy}>
            Ask for the erasure
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
