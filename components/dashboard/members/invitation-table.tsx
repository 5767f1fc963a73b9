"use client";

import { Ban, Send } from "lucide-react";
import { dateTime } from "@/components/dashboard/format";
import { useAction } from "@/components/dashboard/use-action";
import { roleName } from "@/components/people/role-name";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toaster";

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly expired: boolean;
  readonly expiresAt: Date;
}

/** Invitations that nobody took up yet. */
export function InvitationTable({
  rows,
  resend,
  revoke,
}: {
  rows: readonly InvitationRow[];
  resend?: (id: string) => Promise<{ mailed: boolean }>;
  revoke: (id: string) => Promise<unknown>;
}) {
  const toast = useToast();
  const again = useAction(async (row: InvitationRow) => {
    const { mailed } = await resend!(row.id);
    if (mailed) toast(`A new link is on its way to ${row.email}.`, "positive");
    else toast("The mail could not be sent. Try again later.", "caution");
  });
  const back = useAction((id: string) => revoke(id));
  const problem = again.error ?? back.error;
  return (
    <>
      {problem && (
        <div className="p-4">
          <Alert tone="negative" title={problem} live />
        </div>
      )}
      <Table label="Open invitations">
        <THead>
          <Th>E-mail</Th>
          <Th>Role</Th>
          <Th>Ends (UTC)</Th>
          <Th />
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              <Td className="font-medium">{row.email}</Td>
              <Td>{roleName(row.role)}</Td>
              <Td className="whitespace-nowrap text-muted">
                {row.expired ? <Badge tone="caution">Over</Badge> : dateTime(row.expiresAt)}
              </Td>
              <Td>
                <div className="flex justify-end gap-2">
                  {resend && (
                    <Button
                      size="sm"
                      icon={<Send className="size-3.5" />}
                      busy={again.busy}
                      onClick={() => again.run(row)}
                    >
                      Send again
                    </Button>
                  )}
                  <Button
                    size="sm"
                    variant="danger"
                    icon={<Ban className="size-3.5" />}
                    busy={back.busy}
                    onClick={() => back.run(row.id)}
                  >
                    Take back
                  </Button>
                </div>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
