"use client";

import { RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { SecretOnce } from "@/components/dashboard/secret-once";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { EndpointSettings, PauseButton } from "@/components/dashboard/webhooks/endpoint-settings";
import { ReplayRange } from "@/components/dashboard/webhooks/replay-range";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";

interface ManagedEndpoint {
  readonly id: string;
  readonly url: string;
  readonly status: "active" | "paused" | "disabled";
  readonly maxConcurrency: number;
  readonly ordered: boolean;
}

/** Everything that can be done with an endpoint; what cannot be undone asks first. */
export function EndpointActions({ endpoint }: { endpoint: ManagedEndpoint }) {
  const { id, url, status, maxConcurrency, ordered } = endpoint;
  const [secret, setSecret] = useState<string>();
  const rotate = useAction(trpc.webhooks.rotate.mutate);
  const remove = useAction(trpc.webhooks.remove.mutate);
  return (
    <div className="flex flex-wrap items-center justify-end gap-1 py-2 sm:gap-2">
      <PauseButton id={id} active={status === "active"} />
      <ReplayRange id={id} disabled={status !== "active"} />
      <EndpointSettings id={id} maxConcurrency={maxConcurrency} ordered={ordered} />
      <Dialog
        trigger={<IconButton label="Rotate secret" title="Rotate secret" icon={<RefreshCw className="size-4" />} />}
        title="Rotate the signing secret"
        description="For 24 hours deliveries carry a signature of the old and of the new secret."
        onOpenChange={() => setSecret(undefined)}
        footer={
          secret ? undefined : (
            <Button
              variant="primary"
              busy={rotate.busy}
              onClick={async () => setSecret((await rotate.run({ id }))?.secret)}
            >
              Rotate
            </Button>
          )
        }
      >
        {rotate.error && <Alert tone="negative" title={rotate.error} live />}
        {secret && <SecretOnce items={[{ name: "New signing secret", value: secret }]} />}
      </Dialog>
      <Dialog
        trigger={<IconButton label="Remove" title="Remove" icon={<Trash2 className="size-4" />} />}
        title="Remove this endpoint"
        description={`${url} receives nothing more, and its delivery log is deleted.`}
        footer={
          <Button variant="danger" busy={remove.busy} onClick={() => remove.run({ id })}>
            Remove
          </Button>
        }
      >
        {remove.error && <Alert tone="negative" title={remove.error} live />}
      </Dialog>
    </div>
  );
}
