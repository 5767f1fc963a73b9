"use client";

import { FileDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { CaseHeader } from "@/components/dashboard/case/case-header";
import { CheckList } from "@/components/dashboard/case/check-list";
import { DecideDialog } from "@/components/dashboard/case/decide-dialog";
import { FieldTable } from "@/components/dashboard/case/field-table";
import { marksOf } from "@/components/dashboard/case/marks";
import { OverrideDialog } from "@/components/dashboard/case/override-dialog";
import { type CasePicture, Pictures } from "@/components/dashboard/case/pictures";
import { type CaseRecord, Records } from "@/components/dashboard/case/records";
import { ScoreBreakdown } from "@/components/dashboard/case/score-breakdown";
import { StepTimeline } from "@/components/dashboard/case/step-timeline";
import { trpc } from "@/components/dashboard/trpc-client";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardHeader } from "@/components/ui/card";
import type { JobView } from "@/server/contract/v1/kyc";

const POLL_MS = 1_500;

/** One verification in full. Personal data are masked until the person asks; the server records the look. */
export function CaseView({
  job: masked,
  pictures,
  records,
  mayReveal,
  mayDecide,
}: {
  job: JobView;
  pictures: readonly CasePicture[];
  records: readonly CaseRecord[];
  mayReveal: boolean;
  mayDecide: boolean;
}) {
  const router = useRouter();
  const [shown, setShown] = useState<JobView>();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const running = masked.status === "queued" || masked.status === "processing";
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => router.refresh(), POLL_MS);
    return () => clearInterval(timer);
  }, [running, router]);
  async function reveal() {
    setState("busy");
    try {
      setShown(await trpc.verifications.reveal.mutate({ id: masked.job_id }));
      setState("idle");
    } catch {
      setState("failed");
    }
  }
  const job = shown ? { ...masked, fields: shown.fields, evidence: shown.evidence } : masked;
  const marks = marksOf(job.checks);
  const decidable = mayDecide && masked.status === "completed" && masked.decision === "review";
  const overridable = mayDecide && masked.status === "completed" && masked.decision === "rejected";
  return (
    <div className="flex flex-col gap-6">
      <CaseHeader
        job={job}
        title={nameOf(job)}
        onReveal={mayReveal && !shown ? reveal : undefined}
        busy={state === "busy"}
      >
        {mayReveal && !running && (
          <a
            className={buttonClass({})}
            href={`/dashboard/verifications/${job.job_id}/evidence`}
            title="The signed evidence pack, with personal data: a ZIP that can be checked without us"
            download
          >
            <FileDown className="size-4" aria-hidden="true" />
            Evidence
          </a>
        )}
        {overridable && <OverrideDialog id={job.job_id} />}
        {decidable && <DecideDialog id={job.job_id} decision="accepted" />}
        {decidable && <DecideDialog id={job.job_id} decision="rejected" />}
      </CaseHeader>
      {state === "failed" && <Alert tone="negative" title="The data could not be shown. Try again." live />}
      <div className="grid items-start gap-6 xl:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <ScoreBreakdown factors={job.factors} />
          <FieldTable fields={job.fields} evidence={job.evidence} />
          <CheckList checks={job.checks} marks={marks} pictures={shown ? pictures : []} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Pictures pictures={pictures} shown={shown !== undefined} marks={marks} />
          <StepTimeline job={job} />
          <Records records={records} />
          <RawJson job={job} />
        </div>
      </div>
    </div>
  );
}

function nameOf(job: JobView): string {
  const { full_name, given_names, surname } = job.fields ?? {};
  return full_name ?? ([given_names, surname].filter(Boolean).join(" ") || (job.reference ?? "Verification"));
}

function RawJson({ job }: { job: JobView }) {
  return (
    <Card>
      <details>
        <summary className="list-none">
          <CardHeader title="Raw JSON" description="As the API answers it; open to read." />
        </summary>
        <pre className="mono max-h-96 overflow-auto px-5 py-4 text-xs">{JSON.stringify(job, null, 2)}</pre>
      </details>
    </Card>
  );
}
