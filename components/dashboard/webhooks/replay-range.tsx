"use client";

import { History } from "lucide-react";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const DAY_MS = 86_400_000;
const utc = (text: FormDataEntryValue | null) => new Date(`${text}Z`);
/** As the field takes it: `2026-11-23T12:30`. */
const inField = (ms: number) => new Date(ms).toISOString().slice(0, 16);

function sentence(replayed: number): string {
  if (replayed === 0) return "There is nothing to send of that time.";
  return replayed === 1 ? "1 event is on its way." : `${replayed} events are on their way.`;
}

/** Sends an endpoint the events of a time again. */
export function ReplayRange({ id, disabled }: { id: string; disabled: boolean }) {
  const [replayed, setReplayed] = useState<number>();
  const { run, busy, error } = useAction(trpc.webhooks.replayRange.mutate);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const onlyFailed = form.get("what") === "failed";
    const done = await run({ id, from: utc(form.get("from")), to: utc(form.get("to")), onlyFailed });
    if (done) setReplayed(done.replayed);
  }
  return (
    <Dialog
      trigger={
        <Button size="sm" icon={<History className="size-3.5" />} disabled={disabled}>
          Replay
        </Button>
      }
      title="Send the events of a time again"
      description="Under their first webhook-id, in their order, so that your server can tell them apart."
      onOpenChange={() => setReplayed(undefined)}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        {replayed !== undefined && (
          <Alert tone={replayed === 0 ? "neutral" : "positive"} title={sentence(replayed)} live />
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="From (UTC)">
            <Input type="datetime-local" name="from" required defaultValue={inField(Date.now() - DAY_MS)} />
          </Field>
          <Field label="To (UTC)">
            <Input type="datetime-local" name="to" required defaultValue={inField(Date.now() + 60_000)} />
          </Field>
        </div>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 font-medium text-sm">What</legend>
          <label className="flex items-center gap-2 text-sm">
            <input type="radio" name="what" value="failed" defaultChecked className="size-4" />
            What did not arrive, or was never sent
          </label>
          <label className="flex items-center gap-2 text-sm">
            <input type="radio" name="what" value="all" className="size-4" />
            Everything, once more
          </label>
        </fieldset>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Send again
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
