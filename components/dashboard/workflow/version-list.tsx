"use client";

import { dateTime } from "@/components/dashboard/format";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";

interface Version {
  readonly version: number;
  readonly definition: unknown;
  readonly note: string | null;
  readonly revertsTo: number | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Every version that ever ran, the newest first; each can be read and taken up again. */
export function VersionList({ id, active, history }: { id: string; active: number; history: readonly Version[] }) {
  return (
    <Card>
      <CardHeader
        title="Versions"
        description="Nothing is overwritten: to go back is to publish an earlier one anew."
      />
      <ul className="divide-y divide-line">
        {history.map((one) => (
          <li key={one.version} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5">
            <span className="font-medium">Version {one.version}</span>
            {one.version === active && <Badge tone="positive">Runs now</Badge>}
            <span className="min-w-0 flex-1 truncate text-muted">
              {one.note ?? (one.revertsTo ? `Takes up version ${one.revertsTo} again` : "")}
            </span>
            <span className="mono text-muted text-xs">{one.createdBy}</span>
            <span className="whitespace-nowrap text-muted text-sm">{dateTime(one.createdAt)}</span>
            <VersionDialog id={id} one={one} active={one.version === active} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function VersionDialog({ id, one, active }: { id: string; one: Version; active: boolean }) {
  const { run, busy, error } = useAction(trpc.workflow.revert.mutate);
  return (
    <Dialog
      wide
      trigger={<Button size="sm">Look</Button>}
      title={`Version ${one.version}`}
      description={one.note ?? undefined}
      footer={
        active ? undefined : (
          <Button busy={busy} onClick={() => run({ id, version: one.version })}>
            Take up version {one.version} again
          </Button>
        )
      }
    >
      {error && <Alert tone="negative" title={error} live />}
      <pre className="mono overflow-auto text-xs">{JSON.stringify(one.definition, null, 2)}</pre>
    </Dialog>
  );
}
