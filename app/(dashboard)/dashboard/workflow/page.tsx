import type { Metadata } from "next";
import { VersionList } from "@/components/dashboard/workflow/version-list";
import { WorkflowEditor } from "@/components/dashboard/workflow/workflow-editor";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Workflow" };

export default async function WorkflowPage() {
  const { workflow, subjects } = await (await caller()).workflow.edit();
  const { id, name, version, draft, history } = workflow;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={name}
        description={`Version ${version} runs now. A verification keeps the version that it began with.`}
        actions={draft && <Badge tone="caution">Draft, not published</Badge>}
      />
      <WorkflowEditor key={`${version}-${draft?.updatedAt.getTime() ?? 0}`} workflow={workflow} subjects={subjects} />
      <VersionList id={id} active={version} history={history} />
    </div>
  );
}
