"use client";

import { Laptop } from "lucide-react";
import { dateTime } from "@/components/dashboard/format";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly address: string | null;
  readonly method: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

const METHODS: Readonly<Record<string, string>> = { password: "Password", oidc: "Provider" };

/** Where the person is signed in, and the end of each. */
export function SessionsCard({ sessions, here }: { sessions: readonly SessionRow[]; here: string }) {
  const one = useAction((id: string) => trpc.account.revokeSession.mutate({ id }));
  const others = useAction(() => trpc.account.revokeOtherSessions.mutate());
  const problem = one.error ?? others.error;
  return (
    <Card>
      <CardHeader
        title="Sessions"
        description="Where you are signed in. Ending one acts at once."
        actions={
          sessions.length > 1 && (
            <Button size="sm" variant="danger" busy={others.busy} onClick={() => others.run()}>
              Sign out everywhere else
            </Button>
          )
        }
      />
      {problem && (
        <div className="p-4">
          <Alert tone="negative" title={problem} live />
        </div>
      )}
      <Table label="Sessions">
        <THead>
          <Th>Device</Th>
          <Th>Address</Th>
          <Th>By</Th>
          <Th>Since (UTC)</Th>
          <Th>Last seen (UTC)</Th>
          <Th />
        </THead>
        <tbody>
          {sessions.map((session) => (
            <Tr key={session.id}>
              <Td>
                <span className="flex items-center gap-2 whitespace-nowrap">
                  <Laptop className="size-4 text-muted" aria-hidden="true" />
                  {session.device}
                  {session.id === here && <Badge tone="accent">This one</Badge>}
                </span>
              </Td>
              <Td className="mono text-sm">{session.address ?? "–"}</Td>
              <Td>{METHODS[session.method] ?? session.method}</Td>
              <Td className="whitespace-nowrap text-muted">{dateTime(session.createdAt)}</Td>
              <Td className="whitespace-nowrap text-muted">{dateTime(session.lastSeenAt)}</Td>
              <Td>
                {session.id !== here && (
                  <div className="flex justify-end">
                    <Button size="sm" busy={one.busy} onClick={() => one.run(session.id)}>
                      Sign out
                    </Button>
                  </div>
                )}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
