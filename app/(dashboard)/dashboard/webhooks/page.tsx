import { Webhook } from "lucide-react";
import type { Metadata } from "next";
import { dateTime, words } from "@/components/dashboard/format";
import { DeliveryStatus } from "@/components/dashboard/webhooks/delivery-status";
import { EndpointActions } from "@/components/dashboard/webhooks/endpoint-actions";
import { failure } from "@/components/dashboard/webhooks/failure";
import { NewEndpoint } from "@/components/dashboard/webhooks/new-endpoint";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const api = await caller();
  const [endpoints, deliveries] = await Promise.all([api.webhooks.endpoints(), api.webhooks.deliveries({ cursor })]);
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Webhooks"
        description="Signed, retried for about three days, and kept to be sent again."
        actions={<NewEndpoint />}
      />
      <Card>
        <CardHeader title="Endpoints" />
        {endpoints.length === 0 ? (
          <EmptyState icon={<Webhook />} title="No endpoint yet">
            Add the address at which your server takes events.
          </EmptyState>
        ) : (
          <Table label="Webhook endpoints">
            <THead>
              <Th>Address</Th>
              <Th>Events</Th>
              <Th>Status</Th>
              <Th />
            </THead>
            <tbody>
              {endpoints.map((endpoint) => (
                <Tr key={endpoint.id}>
                  <Td className="mono max-w-80 truncate text-sm">{endpoint.url}</Td>
                  <Td className="mono text-muted text-xs">{endpoint.events.join(", ") || "all"}</Td>
                  <Td>
                    <Badge tone={endpoint.status === "active" ? "positive" : "caution"}>{words(endpoint.status)}</Badge>
                    {endpoint.disabledReason && <p className="mt-1 text-muted text-xs">{endpoint.disabledReason}</p>}
                    {endpoint.status === "active" && endpoint.failingSince && (
                      <p className="mt-1 text-muted text-xs">nothing arrives since {dateTime(endpoint.failingSince)}</p>
                    )}
                  </Td>
                  <Td>
                    <EndpointActions endpoint={endpoint} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
      <Card>
        <CardHeader title="Deliveries" description="Newest first." />
        {deliveries.rows.length === 0 ? (
          <EmptyState icon={<Webhook />} title="Nothing was sent yet" />
        ) : (
          <>
            <Table label="Webhook deliveries">
              <THead>
                <Th>Event</Th>
                <Th>Status</Th>
                <Th>To</Th>
                <Th numeric>Tries</Th>
                <Th>Last answer</Th>
                <Th>Created (UTC)</Th>
              </THead>
              <tbody>
                {deliveries.rows.map((row) => (
                  <Tr key={row.id}>
                    <Td>
                      <a className="font-medium hover:underline" href={`/dashboard/webhooks/${row.id}`}>
                        {row.type}
                      </a>
                    </Td>
                    <Td>
                      <DeliveryStatus status={row.status} />
                    </Td>
                    <Td className="mono max-w-64 truncate text-muted text-sm">{row.url}</Td>
                    <Td numeric>{row.attempts}</Td>
                    <Td className="text-muted text-sm">{row.lastStatus ?? failure(row.lastError)}</Td>
                    <Td className="whitespace-nowrap text-muted">{dateTime(row.createdAt)}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
            <Pager nextHref={deliveries.nextCursor ? `?cursor=${deliveries.nextCursor}` : undefined} />
          </>
        )}
      </Card>
    </div>
  );
}
