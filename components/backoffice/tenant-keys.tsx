"use client";

import { useState } from "react";
import { dateTime, words } from "@/components/dashboard/format";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

interface Key {
  readonly id: string;
  readonly label: string;
  readonly environment: string;
  readonly lastUsedAt: Date | null;
}

/** A tenant's keys that work, each with the way to end it. */
export function TenantKeys({ tenantId, rows }: { tenantId: string; rows: readonly Key[] }) {
  return (
    <Table label="API keys">
      <THead>
        <Th>Key</Th>
        <Th>Data</Th>
        <Th>Last used (UTC)</Th>
        <Th />
      </THead>
      <tbody>
        {rows.map((key) => (
          <Tr key={key.id}>
            <Td>
              <p className="font-medium">{key.label}</p>
              <p className="mono text-muted text-xs">{key.id}</p>
            </Td>
            <Td>{words(key.environment)}</Td>
            <Td className="whitespace-nowrap text-muted">{key.lastUsedAt ? dateTime(key.lastUsedAt) : "never"}</Td>
            <Td>
              <RevokeKey tenantId={tenantId} id={key.id} label={key.label} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function RevokeKey({ tenantId, id, label }: { tenantId: string; id: string; label: string }) {
  const [open, setOpen] = useState(false);
  const { run, busy, error } = useAction(async () => {
    await trpc.operatorKeys.revoke.mutate({ tenantId, id });
    setOpen(false);
  });
  return (
    <div className="flex justify-end">
      <Dialog
        open={open}
        onOpenChange={setOpen}
        trigger={<Button size="sm">Revoke</Button>}
        title={`Revoke ${label}`}
        description="Every request with it is refused from now on, and nothing brings it back. The tenant is told by webhook."
        footer={
          <Button variant="danger" busy={busy} onClick={() => run()}>
            Revoke
          </Button>
        }
      >
        {error && <Alert tone="negative" title={error} live />}
      </Dialog>
    </div>
  );
}
