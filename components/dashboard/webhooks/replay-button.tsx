"use client";

import { RotateCcw } from "lucide-react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** Sends a delivery again, with the same `webhook-id`. */
export function ReplayButton({ id }: { id: string }) {
  const { run, busy, error } = useAction(trpc.webhooks.replay.mutate);
  return (
    <div className="flex items-center gap-3">
      {error && <Alert tone="negative" title={error} live />}
      <Button icon={<RotateCcw className="size-4" />} busy={busy} onClick={() => run({ id })}>
        Send again
      </Button>
    </div>
  );
}
