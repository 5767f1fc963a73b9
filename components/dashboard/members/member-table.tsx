import { ShieldCheck } from "lucide-react";
import { dateTime } from "@/components/dashboard/format";
import { MemberActions } from "@/components/dashboard/members/member-actions";
import type { MemberRow } from "@/components/dashboard/members/member-row";
import { roleName } from "@/components/people/role-name";
import { Badge } from "@/components/ui/badge";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

/** Who belongs here, and what each may do. */
export function MemberTable({ rows, me }: { rows: readonly MemberRow[]; me: { id: string; role: string } }) {
  return (
    <Table label="Members">
      <THead>
        <Th>Name</Th>
        <Th>Role</Th>
        <Th>Second factor</Th>
        <Th>Last sign-in (UTC)</Th>
        <Th />
      </THead>
      <tbody>
        {rows.map((member) => (
          <Tr key={member.id}>
            <Td className="py-2">
              <p className="flex items-center gap-2 whitespace-nowrap font-medium">
                {member.name}
                {member.id === me.id && <Badge tone="accent">You</Badge>}
              </p>
              <p className="whitespace-nowrap text-muted text-xs">{member.email}</p>
            </Td>
            <Td>{roleName(member.role)}</Td>
            <Td>
              {member.secondFactor ? (
                <Badge tone="positive" icon={<ShieldCheck />}>
                  On
                </Badge>
              ) : (
                <span className="text-muted">Off</span>
              )}
            </Td>
            <Td className="whitespace-nowrap text-muted">
              {member.lastSignInAt ? dateTime(member.lastSignInAt) : "never"}
            </Td>
            <Td>
              {(member.role !== "owner" || me.role === "owner") && (
                <MemberActions member={member} byOwner={me.role === "owner"} />
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
