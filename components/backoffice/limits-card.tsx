import { type LimitedEndpoint, LimitsDialog } from "@/components/backoffice/limits-dialog";
import { count } from "@/components/dashboard/format";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import type { OwnLimits } from "@/server/domain/limits/own-limits";
import type { RequestLimits } from "@/server/domain/limits/request-limits";

interface Row {
  readonly name: string;
  readonly mono?: boolean;
  readonly plan: number | undefined;
  readonly now: number;
  readonly own: boolean;
}

/** How often a tenant may ask: what its plan allows, and what holds for this one. */
export function LimitsCard({
  tenantId,
  limits: { planName, plan, own, now },
  endpoints,
}: {
  tenantId: string;
  limits: { planName: string; plan: RequestLimits; own: OwnLimits; now: RequestLimits };
  endpoints: readonly LimitedEndpoint[];
}) {
  const titleOf = (id: string) => endpoints.find((endpoint) => endpoint.id === id)?.title ?? id;
  const rows: Row[] = [
    { name: "One key, a minute", plan: plan.minute, now: now.minute, own: own.minute !== undefined },
    { name: "One key, a day", plan: plan.day, now: now.day, own: own.day !== undefined },
    {
      name: "All keys together, a minute",
      plan: plan.tenantMinute,
      now: now.tenantMinute,
      own: own.tenant_minute !== undefined,
    },
    ...Object.entries(now.endpoints).map(([id, limit]) => ({
      name: titleOf(id),
      mono: true,
      plan: plan.endpoints[id],
      now: limit,
      own: own.endpoints?.[id] !== undefined,
    })),
  ];
  return (
    <Card>
      <CardHeader
        title="Limits of requests"
        description="What is over them is answered with 429, and when to come back."
        actions={<LimitsDialog tenantId={tenantId} own={own} plan={plan} endpoints={endpoints} />}
      />
      <Table label="Limits of requests">
        <THead>
          <Th>Limit</Th>
          <Th numeric>{planName}</Th>
          <Th numeric>Here</Th>
        </THead>
        <tbody>
          {rows.map(({ name, mono, plan: usual, now: limit, own: changed }) => (
            <Tr key={name}>
              <Td className={mono ? "mono py-2 text-sm" : "py-2"}>
                {name}
                {mono && <span className="font-sans text-muted">, one key, a minute</span>}
                {changed && (
                  <span className="ms-2 font-sans">
                    <Badge tone="accent">Own</Badge>
                  </span>
                )}
              </Td>
              <Td numeric className="text-muted">
                {usual === undefined ? "–" : count(usual)}
              </Td>
              <Td numeric>{count(limit)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
