"use client";

import { ShieldCheck } from "lucide-react";
import { dateTime } from "@/components/dashboard/format";
import type { MemberRow } from "@/components/dashboard/members/member-row";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { roleName } from "@/components/people/role-name";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { NativeSelect } from "@/components/ui/native-select";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { OPERATOR_ROLES, type OperatorRole } from "@/server/domain/people/permissions";

/** The platform's own staff: roles that change at once, and the way out. */
export function OperatorTable({ rows, me }: { rows: readonly MemberRow[]; me: string }) {
  const change = useAction((userId: string, role: OperatorRole) =>
    trpc.operatorPeople.changeRole.mutate({ userId, role }),
  );
  return (
    <>
      {change.error && (
        <div className="p-4">
          <Alert tone="negative" title={change.error} live />
        </div>
      )}
      <Table label="Operators">
        <THead>
          <Th>Name</Th>
          <Th>Role</Th>
          <Th>Second factor</Th>
          <Th>Last sign-in (UTC)</Th>
          <Th />
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              <Td>
                <p className="flex items-center gap-2 whitespace-nowrap font-medium">
                  {row.name}
                  {row.id === me && <Badge tone="accent">You</Badge>}
                </p>
                <p className="text-muted text-xs">{row.email}</p>
              </Td>
              <Td className="min-w-44">
                <NativeSelect
                  aria-label={`Role of ${row.name}`}
                  value={row.role}
                  disabled={change.busy}
                  onChange={(event) => change.run(row.id, event.target.value as OperatorRole)}
                >
                  {OPERATOR_ROLES.map((role) => (
                    <option key={role} value={role}>
                      {roleName(role)}
                    </option>
                  ))}
                </NativeSelect>
              </Td>
              <Td>
                {row.secondFactor ? (
                  <Badge tone="positive" icon={<ShieldCheck />}>
                    On
                  </Badge>
                ) : (
                  <span className="text-muted">Off</span>
                )}
              </Td>
              <Td className="whitespace-nowrap text-muted">
                {row.lastSignInAt ? dateTime(row.lastSignInAt) : "never"}
              </Td>
              <Td>
                <RemoveOperator id={row.id} name={row.name} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function RemoveOperator({ id, name }: { id: string; name: string }) {
  const remove = useAction(() => trpc.operatorPeople.remove.mutate({ userId: id }));
  return (
    <div className="flex justify-end">
      <Dialog
        trigger={
          <Button size="sm" variant="danger">
            Remove
          </Button>
        }
        title={`Remove ${name}`}
        description="They are signed out at once, and what tenants allowed them ends."
        footer={
          <Button variant="danger" busy={remove.busy} onClick={() => remove.run()}>
            Remove
          </Button>
        }
      >
        {remove.error && <Alert tone="negative" title={remove.error} live />}
      </Dialog>
    </div>
  );
}
