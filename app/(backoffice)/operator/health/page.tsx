import type { Metadata } from "next";
import { count, duration, words } from "@/components/dashboard/format";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Health" };

export default async function HealthPage() {
  const { queue, steps, webhooks, requests, models } = await (await caller()).operator.health();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Health" description="The last 24 hours." />
      <Card>
        <CardBody className="grid grid-cols-2 gap-6 lg:grid-cols-4">
          <Stat
            label="Runs waiting"
            value={count(queue.pending)}
            note={`oldest ${duration(queue.oldestSeconds * 1000)}`}
          />
          <Stat label="Runs failed" value={count(queue.failedToday)} />
          <Stat
            label="Webhooks waiting"
            value={count(webhooks.pending)}
            note={`${count(webhooks.failedToday)} failed`}
          />
          <Stat
            label="API requests"
            value={count(requests.count)}
            note={`${count(requests.serverErrors)} server errors · p95 ${duration(requests.p95Ms)}`}
          />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Steps of verifications" />
        <Table label="Steps of verifications">
          <THead>
            <Th>Step</Th>
            <Th numeric>Done</Th>
            <Th numeric>Could not be done</Th>
            <Th numeric>Median</Th>
            <Th numeric>95th percentile</Th>
          </THead>
          <tbody>
            {steps.map((step) => (
              <Tr key={step.name}>
                <Td>{words(step.name)}</Td>
                <Td numeric>{count(step.done)}</Td>
                <Td numeric>{count(step.undone)}</Td>
                <Td numeric>{duration(step.medianMs)}</Td>
                <Td numeric>{duration(step.p95Ms)}</Td>
              </Tr>
            ))}
            {steps.length === 0 && (
              <Tr>
                <Td className="text-muted" colSpan={5}>
                  No step ran in the last 24 hours.
                </Td>
              </Tr>
            )}
          </tbody>
        </Table>
      </Card>
      <Card>
        <CardHeader title="Models" description="Every decision names the weights that made it." />
        <Table label="Models">
          <THead>
            <Th>Model</Th>
            <Th>Version</Th>
            <Th>Licence</Th>
            <Th>State</Th>
            <Th>SHA-256</Th>
          </THead>
          <tbody>
            {models.map((model) => (
              <Tr key={model.id}>
                <Td>{model.title}</Td>
                <Td className="mono text-sm">{model.version}</Td>
                <Td>{model.licence}</Td>
                <Td>{model.installed ? "Installed" : "Not installed"}</Td>
                <Td className="mono text-muted text-xs">{model.sha256.slice(0, 16)}…</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </div>
  );
}
