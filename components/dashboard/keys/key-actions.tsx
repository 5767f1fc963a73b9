"use client";

import { Ban, RefreshCw } from "lucide-react";
import { useState } from "react";
import { SecretOnce } from "@/components/dashboard/secret-once";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";

/** Hours for which old and new work side by side. */
const OVERLAPS = [
  [0, "No time: the old one stops now"],
  [1, "An hour"],
  [24, "A day"],
  [168, "A week"],
  [720, "30 days"],
] as const;

/** Rolls a key over to a successor, or revokes it; both ask first. */
export function KeyActions({ id, label }: { id: string; label: string }) {
  return (
    <div className="flex justify-end gap-2">
      <RollOver id={id} label={label} />
      <Revoke id={id} label={label} />
    </div>
  );
}

function RollOver({ id, label }: { id: string; label: string }) {
  const [hours, setHours] = useState(24);
  const [made, setMade] = useState<{ id: string; secret: string }>();
  const rotate = useAction(trpc.keys.rotate.mutate);
  return (
    <Dialog
      trigger={
        <Button size="sm" icon={<RefreshCw className="size-3.5" />}>
          Roll over
        </Button>
      }
      title={`Roll over ${label}`}
      description="A successor is made; this key keeps working for a while, so that you can change it without a gap."
      onOpenChange={() => setMade(undefined)}
      footer={
        made ? undefined : (
          <Button
            variant="primary"
            busy={rotate.busy}
            onClick={async () => setMade(await rotate.run({ id, overlapHours: hours }))}
          >
            Make the successor
          </Button>
        )
      }
    >
      {rotate.error && <Alert tone="negative" title={rotate.error} live />}
      {!made && (
        <Field label="Both keys work for">
          <NativeSelect value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            {OVERLAPS.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
      {made && (
        <SecretOnce
          items={[
            { name: "Key", value: made.id },
            { name: "Secret", value: made.secret },
          ]}
        />
      )}
    </Dialog>
  );
}

function Revoke({ id, label }: { id: string; label: string }) {
  const revoke = useAction(trpc.keys.revoke.mutate);
  return (
    <Dialog
      trigger={
        <Button size="sm" variant="danger" icon={<Ban className="size-3.5" />}>
          Revoke
        </Button>
      }
      title={`Revoke ${label}`}
      description="From this moment on every request signed with it is refused. It cannot be undone."
      footer={
        <Button variant="danger" busy={revoke.busy} onClick={() => revoke.run({ id })}>
          Revoke
        </Button>
      }
    >
      {revoke.error && <Alert tone="negative" title={revoke.error} live />}
    </Dialog>
  );
}
