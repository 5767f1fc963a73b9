"use client";

import { Pause, Play, SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

/** Holds an endpoint's deliveries back, or lets them go again. */
export function PauseButton({ id, active }: { id: string; active: boolean }) {
  const { run, busy, error } = useAction(trpc.webhooks.update.mutate);
  return (
    <>
      {error && <Alert tone="negative" title={error} live />}
      <Button
        size="sm"
        busy={busy}
        icon={active ? <Pause className="size-3.5" /> : <Play className="size-3.5" />}
        onClick={() => run({ id, status: active ? "paused" : "active" })}
      >
        {active ? "Pause" : "Resume"}
      </Button>
    </>
  );
}

/** How much an endpoint takes at a time, and whether in order. */
export function EndpointSettings({
  id,
  maxConcurrency,
  ordered,
}: {
  id: string;
  maxConcurrency: number;
  ordered: boolean;
}) {
  const [most, setMost] = useState(maxConcurrency);
  const [inOrder, setInOrder] = useState(ordered);
  const [open, setOpen] = useState(false);
  const { run, busy, error } = useAction(trpc.webhooks.update.mutate);
  const save = async () => {
    if (await run({ id, maxConcurrency: most, ordered: inOrder })) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton label="Limits" title="Order and limits" icon={<SlidersHorizontal className="size-4" />} />}
      title="Order and limits"
      footer={
        <Button variant="primary" busy={busy} onClick={save}>
          Save
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label="Deliveries at a time" hint="1 to 50. The rest wait for their turn.">
          <Input
            type="number"
            min={1}
            max={50}
            value={most}
            disabled={inOrder}
            onChange={(event) => setMost(event.target.valueAsNumber)}
          />
        </Field>
        <Checkbox
          label="One after the other, in the order of the events"
          hint="One that fails holds up those behind it until it arrives or is given up."
          checked={inOrder}
          onCheckedChange={(checked) => setInOrder(checked === true)}
        />
      </div>
    </Dialog>
  );
}
