"use client";

import { Laptop } from "lucide-react";
import { useRouter } from "next/navigation";
import { dateTime } from "@/components/dashboard/format";
import { trpc } from "@/components/dashboard/trpc-client";
import { ProofDialog } from "@/components/people/account/proof-dialog";
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

interface Proof {
  readonly password: string;
  readonly code?: string;
}

const METHODS: Readonly<Record<string, string>> = { password: "Password", oidc: "Provider" };

/** Where the person is signed in, and the end of each, for who proves again that it is they. */
export function SessionsCard({
  sessions,
  here,
  hasPassword,
  enrolled,
}: {
  sessions: readonly SessionRow[];
  here: string;
  hasPassword: boolean;
  enrolled: boolean;
}) {
  const router = useRouter();
  const asked = { danger: true, hasPassword, enrolled, confirm: "Sign out" };
  const ending = (end: (proof: Proof) => Promise<unknown>) => async (proof: Proof) => {
    await end(enrolled ? proof : { password: proof.password });
    router.refresh();
  };
  return (
    <Card>
      <CardHeader
        title="Sessions"
        description="Where you are signed in. Ending one acts at once."
        actions={
          sessions.length > 1 && (
            <ProofDialog
              {...asked}
              title="Sign out everywhere else"
              description="Every session but this one ends at once."
              trigger={
                <Button size="sm" variant="danger">
                  Sign out everywhere else
                </Button>
              }
              action={ending((proof) => trpc.account.revokeOtherSessions.mutate(proof))}
            />
          )
        }
      />
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
                    <ProofDialog
                      {...asked}
                      title={`Sign out of ${session.device}`}
                      description="That session ends at once."
                      trigger={<Button size="sm">Sign out</Button>}
                      action={ending((proof) => trpc.account.revokeSession.mutate({ ...proof, id: session.id }))}
                    />
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
