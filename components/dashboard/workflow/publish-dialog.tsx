"use client";

import { useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Makes the draft the version that runs, with a word on why. */
export function PublishDialog({ id, version, disabled }: { id: string; version: number; disabled: boolean }) {
  const [note, setNote] = useState("");
  const [open, setOpen] = useState(false);
  const { run, busy, error } = useAction(trpc.workflow.publish.mutate);
  const publish = async () => {
    if (await run({ id, note: note || undefined })) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" disabled={disabled}>
          Publish
        </Button>
      }
      title={`Publish version ${version}`}
      description="Verifications run by it from now on; those that have begun keep their version."
      footer={
        <Button variant="primary" busy={busy} onClick={publish}>
          Publish version {version}
        </Button>
      }
    >
      {error && <Alert tone="negative" title={error} live />}
      <Field label="What changed, and why" optional="optional">
        <Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </Dialog>
  );
}
