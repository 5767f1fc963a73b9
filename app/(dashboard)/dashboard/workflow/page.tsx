import type { Metadata } from "next";
import { dateTime, words } from "@/components/dashboard/format";
import { WorkflowForm } from "@/components/dashboard/workflow/workflow-form";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Workflow" };

export default async function WorkflowPage() {
  const { id, name, version, definition, history } = await (await caller()).workflow.read();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={name}
        description={`Version ${version} runs now. A verification keeps the version that it began with.`}
      />
      <ol className="flex flex-wrap items-center gap-2">
        {[...definition.steps, "scoring"].map((step) => (
          <li key={step}>
            <Badge>{words(step)}</Badge>
          </li>
        ))}
      </ol>
      <WorkflowForm key={version} id={id} version={version} definition={definition} />
      <Card>
        <CardHeader title="Versions" />
        <ul className="divide-y divide-line">
          {history.map((one) => (
            <li key={one.version} className="flex justify-between gap-4 px-5 py-2.5">
              <span>Version {one.version}</span>
              <span className="mono text-muted text-sm">{one.createdBy}</span>
              <span className="text-muted">{dateTime(one.createdAt)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
