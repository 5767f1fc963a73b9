"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { SecretOnce } from "@/components/dashboard/secret-once";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EVENT_TYPES, type EventType } from "@/server/contract/events";

/** Registers an address for events, and shows its signing secret once. */
export function NewEndpoint() {
  const [secret, setSecret] = useState<string>();
  const { run, busy, error } = useAction(trpc.webhooks.create.mutate);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const made = await run({ url: String(form.get("url")), events: form.getAll("events") as EventType[] });
    if (made) setSecret(made.secret);
  }
  return (
    <Dialog
      trigger={
        <Button variant="primary" icon={<Plus className="size-4" />}>
          Add endpoint
        </Button>
      }
      title="Add a webhook endpoint"
      description="We sign every delivery after the Standard Webhooks specification."
      onOpenChange={() => setSecret(undefined)}
    >
      {secret ? (
        <SecretOnce items={[{ name: "Signing secret", value: secret }]} />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          <Field label="Address" hint="It must take POST and answer 2xx within 15 seconds.">
            <Input name="url" type="url" required placeholder="https://example.com/webhooks/veriflow" />
          </Field>
          <fieldset>
            <legend className="mb-1.5 font-medium text-sm">Events</legend>
            <p className="mb-2 text-muted text-xs">Choose none to receive all of them.</p>
            <div className="grid gap-1.5 sm:grid-cols-2">
              {EVENT_TYPES.map((type) => (
                <label key={type} className="flex items-center gap-2 text-sm">
                  <input type="checkbox" name="events" value={type} className="size-4" />
                  <span className="mono">{type}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={busy}>
              Add
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
