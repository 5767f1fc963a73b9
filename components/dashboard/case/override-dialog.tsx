"use client";

import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toaster";

/** Turns a rejection into an acceptance; where the tenant asks for four eyes, a second member has to allow it. */
export function OverrideDialog({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const { run, busy, error } = useAction(async (note: string) => {
    const outcome = await trpc.verifications.override.mutate({ id, note });
    toast(outcome === "waiting" ? "A second member has to allow it." : "The verification is accepted.", "positive");
    setOpen(false);
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(String(new FormData(event.currentTarget).get("note")));
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Override</Button>}
      title="Accept a rejected verification"
      description="It waits under Approvals for a second member, unless this account does without four eyes."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="Why" hint="What you know that the checks do not. The second member reads it.">
          <Textarea name="note" rows={4} required maxLength={2000} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Override
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
