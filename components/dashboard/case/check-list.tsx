import { CircleCheck, CircleMinus, CircleX, TriangleAlert } from "lucide-react";
import { words } from "@/components/dashboard/format";
import { Card, CardHeader } from "@/components/ui/card";
import { TONE_TEXT, type Tone } from "@/components/ui/tone";
import type { CheckResult } from "@/server/contract/fields";

const LOOK: Record<CheckResult["status"], { tone: Tone; word: string; Icon: typeof CircleCheck }> = {
  fail: { tone: "negative", word: "Failed", Icon: CircleX },
  warn: { tone: "caution", word: "Warning", Icon: TriangleAlert },
  pass: { tone: "positive", word: "Passed", Icon: CircleCheck },
  skipped: { tone: "neutral", word: "Skipped", Icon: CircleMinus },
};
const ORDER = Object.keys(LOOK);

/** Every check that the document was put through, failures first. */
export function CheckList({ checks }: { checks: readonly CheckResult[] }) {
  const sorted = [...checks].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const failed = checks.filter((check) => check.status === "fail").length;
  return (
    <Card>
      <CardHeader title="Checks" description={`${checks.length} made, ${failed} failed.`} />
      <ul className="divide-y divide-line">
        {sorted.map((check) => (
          <Check key={check.name} check={check} />
        ))}
        {checks.length === 0 && <li className="px-5 py-6 text-muted">No document was checked.</li>}
      </ul>
    </Card>
  );
}

function Check({ check }: { check: CheckResult }) {
  const { tone, word, Icon } = LOOK[check.status];
  return (
    <li className="flex gap-3 px-5 py-2.5">
      <Icon aria-label={word} className={`mt-0.5 size-4 shrink-0 ${TONE_TEXT[tone]}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">{words(check.name)}</span>
          {check.reason && <span className="mono text-faint text-xs">{check.reason}</span>}
        </p>
        {check.message && <p className="text-muted text-sm">{check.message}</p>}
        {check.missing && check.missing.length > 0 && (
          <p className="text-muted text-sm">Needed and not there: {check.missing.join(", ")}.</p>
        )}
      </div>
    </li>
  );
}
