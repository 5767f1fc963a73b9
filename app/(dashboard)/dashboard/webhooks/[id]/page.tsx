import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { dateTime, duration } from "@/components/dashboard/format";
import { DeliveryStatus } from "@/components/dashboard/webhooks/delivery-status";
import { failure } from "@/components/dashboard/webhooks/failure";
import { ReplayButton } from "@/components/dashboard/webhooks/replay-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Webhook delivery" };

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const api = await caller();
  const delivery = await api.webhooks.delivery({ id }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        eyebrow={<a href="/dashboard/webhooks">Webhooks</a>}
        title={delivery.type}
        description={delivery.url}
        actions={delivery.status !== "pending" && <ReplayButton id={delivery.id} />}
      />
      <div>
        <DeliveryStatus status={delivery.status} />
      </div>
      <Card>
        <CardHeader title="Tries" />
        <Table label="Tries of this delivery">
          <THead>
            <Th numeric>No.</Th>
            <Th>When (UTC)</Th>
            <Th>Answer</Th>
            <Th numeric>Time</Th>
          </THead>
          <tbody>
            {delivery.tries.map((one) => (
              <Tr key={one.number}>
                <Td numeric>{one.number}</Td>
                <Td className="whitespace-nowrap text-muted">{dateTime(one.at)}</Td>
                <Td>
                  {one.statusCode ?? failure(one.error)}
                  {one.answer && (
                    <pre className="mono mt-1 max-w-xl whitespace-pre-wrap text-muted text-xs">{one.answer}</pre>
                  )}
                </Td>
                <Td numeric>{duration(one.durationMs)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <Card>
        <CardHeader title="Body" description={`webhook-id ${delivery.eventId} · personal data masked`} />
        <CardBody>
          {delivery.body === null ? (
            <p className="text-muted">What it spoke of was erased.</p>
          ) : (
            <pre className="mono max-h-128 overflow-auto text-xs">{JSON.stringify(delivery.body, null, 2)}</pre>
          )}
        </CardBody>
      </Card>
    </div>
  );
}
