import { Eye } from "lucide-react";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/dashboard/status-badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Ring } from "@/components/ui/ring";
import type { Tone } from "@/components/ui/tone";
import type { JobView } from "@/server/contract/v1/kyc";

const TONE: Record<string, Tone> = { accepted: "positive", review: "caution", rejected: "negative" };

/** Who, what was decided, by how many points, and the reveal. */
export function CaseHeader({
  job,
  title,
  onReveal,
  busy,
  children,
}: {
  job: JobView;
  title: string;
  /** Absent where the person may not see, or already sees. */
  onReveal?: () => void;
  busy: boolean;
  children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-center gap-x-5 gap-y-4">
      <Ring
        value={(job.score ?? 0) / 100}
        tone={TONE[job.decision ?? ""] ?? "neutral"}
        label={`Score ${job.score ?? "not known yet"}`}
      >
        <span className="font-semibold text-xl tabular-nums">{job.score === null ? "–" : Math.round(job.score)}</span>
      </Ring>
      <div className="min-w-60 flex-1">
        <h1 className="truncate font-semibold text-xl">{title}</h1>
        <div className="mt-1.5 flex flex-wrap items-center gap-2">
          <StatusBadge status={job.status} decision={job.decision} />
          <span className="flex min-w-0 items-center">
            <span className="mono truncate text-muted text-sm">{job.job_id}</span>
            <CopyButton text={job.job_id} label="Copy the id" />
          </span>
        </div>
        {job.reasons[0] && <p className="mt-1.5 text-muted">{job.reasons[0].message}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {onReveal && (
          <Button icon={<Eye className="size-4" />} onClick={onReveal} busy={busy}>
            Show personal data
          </Button>
        )}
        {children}
      </div>
    </header>
  );
}
