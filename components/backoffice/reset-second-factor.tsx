"use client";

import { ShieldOff } from "lucide-react";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toaster";

/** For somebody, a tenant's member or an operator, who lost both their app and their recovery codes. */
export function ResetSecondFactor() {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const { run, busy, error } = useAction(async (form: FormData) => {
    const asked = { email: String(form.get("email")), note: String(form.get("note")) };
    const outcome = await trpc.operatorPeople.resetSecondFactor.mutate(asked);
    toast(outcome === "waiting" ? "A second operator has to allow it." : "It is taken away.", "positive");
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
      trigger={<Button icon={<ShieldOff className="size-4" />}>Lost second factor</Button>}
      title="Take a lost second factor away"
      description="They are signed out everywhere and told by mail. Make sure, by another way than mail, that it is them who asks."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="E-mail">
          <Input name="email" type="email" autoComplete="off" required maxLength={320} />
        </Field>
        <Field label="Why" hint="How you made sure. A second operator, where one has to agree, reads it.">
          <Input name="note" required maxLength={2000} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="danger" busy={busy}>
            Take away
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
