import { Download } from "lucide-react";
import type { Metadata } from "next";
import { AuditTable } from "@/components/dashboard/audit-table";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const before = Number((await searchParams).before) || undefined;
  const api = await caller();
  const [rows, publicKey] = await Promise.all([api.audit.list({ before }), api.audit.evidenceKey()]);
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Audit"
        description="Every change in this account, append-only and chained by hashes."
        actions={
          <a
            className={buttonClass({})}
            href="/dashboard/audit/export"
            title="The whole chain as JSON lines, which npm run audit -- verify checks without us"
            download
          >
            <Download className="size-4" aria-hidden="true" />
            Export
          </a>
        }
      />
      <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
        Evidence packs are signed with the key
        <span className="mono break-all">{publicKey}</span>
        <CopyButton text={publicKey} label="Copy the public key" />
      </p>
      <Card>
        <AuditTable rows={rows} />
      </Card>
    </div>
  );
}
