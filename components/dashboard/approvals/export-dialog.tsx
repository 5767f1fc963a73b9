"use client";

import { Download } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const REFUSALS: Readonly<Record<number, string>> = {
  403: "Your role may not see people's data.",
  404: "Nothing is kept under this reference in this environment.",
};

/** The file as the browser saves it; throws with the sentence to show. */
async function download(reference: string): Promise<void> {
  const answer = await fetch("/dashboard/approvals/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ reference }),
  });
  if (!answer.ok) throw new Error(REFUSALS[answer.status] ?? "The file could not be made. Try again in a moment.");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = "person.zip";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Gives out everything about a person, by the tenant's own identifier of them. */
export function ExportDialog() {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await download(String(new FormData(event.currentTarget).get("reference")));
      setOpen(false);
    } catch (caught) {
      setError((caught as Error).message);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Download className="size-4" />}>Export a person</Button>}
      title="Export everything about a person"
      description="What was sent and found, pictures, sessions with consents and enrolled faces in this environment, in clear, as a ZIP. That it was made is in the audit."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="Reference" hint="Your own identifier of the person, as you sent it.">
          <Input name="reference" className="mono" required maxLength={200} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Make the file
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
