"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

/** A reviewer's decision with its note; what is decided goes out by webhook and into the audit. */
export function DecideDialog({ id, decision }: { id: string; decision: "accepted" | "rejected" }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [state, setState] = useState<"idle" | "busy" | string>("idle");
  const verb = decision === "accepted" ? "Accept" : "Reject";
  async function submit() {
    setState("busy");
    try {
      await trpc.verifications.decide.mutate({ id, decision, note });
      setOpen(false);
      router.refresh();
      setState("idle");
    } catch (error) {
      setState(error instanceof Error ? error.message : "It could not be saved.");
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant={decision === "accepted" ? "primary" : "danger"}>{verb}</Button>}
      title={`${verb} this verification`}
      description="Your name, the time and the note are kept with it."
      footer={
        <Button
          variant={decision === "accepted" ? "primary" : "danger"}
          onClick={submit}
          busy={state === "busy"}
          disabled={note.trim() === ""}
        >
          {verb}
        </Button>
      }
    >
      {state !== "idle" && state !== "busy" && <Alert tone="negative" title={state} live />}
      <Field label="Why" hint="What you saw that decides it.">
        <Textarea value={note} onChange={(event) => setNote(event.target.value)} rows={4} maxLength={2000} />
      </Field>
    </Dialog>
  );
}
