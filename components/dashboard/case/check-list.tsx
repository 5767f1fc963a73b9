import { CircleCheck, CircleMinus, CircleX, TriangleAlert } from "lucide-react";
import type { Mark } from "@/components/dashboard/case/marks";
import { PictureCut } from "@/components/dashboard/case/picture-cut";
import type { CasePicture } from "@/components/dashboard/case/pictures";
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
const OPEN: readonly CheckResult["status"][] = ["fail", "warn"];
const FOLDED: readonly CheckResult["status"][] = ["pass", "skipped"];

/**
 * Every check that the document was put through: failures and warnings in full, the rest folded away with their count.
 */
export function CheckList({
  checks,
  marks,
  pictures,
}: {
  checks: readonly CheckResult[];
  marks: readonly Mark[];
  /** Where the person asked to see them: marked places are cut out of these. */
  pictures: readonly CasePicture[];
}) {
  const of = (status: CheckResult["status"]) => checks.filter((check) => check.status === status);
  return (
    <Card>
      <CardHeader title="Checks" description={`${checks.length} made, ${of("fail").length} failed.`} />
      {checks.length === 0 && <p className="px-5 py-6 text-muted">No document was checked.</p>}
      <Checks checks={OPEN.flatMap(of)} marks={marks} pictures={pictures} />
      {FOLDED.filter((status) => of(status).length > 0).map((status) => (
        <details key={status} className="border-line border-t first-of-type:border-t-0">
          <summary className="px-5 py-3 text-muted hover:text-ink">
            {of(status).length} {LOOK[status].word.toLowerCase()}
          </summary>
          <Checks checks={of(status)} marks={[]} pictures={[]} />
        </details>
      ))}
    </Card>
  );
}

function Checks({
  checks,
  marks,
  pictures,
}: {
  checks: readonly CheckResult[];
  marks: readonly Mark[];
  pictures: readonly CasePicture[];
}) {
  return (
    <ul className="divide-y divide-line">
      {checks.map((check) => {
        const mark = marks.find(({ check: name }) => name === check.name);
        const picture = pictures.find(({ kind }) => kind === mark?.image);
        return <Check key={check.name} check={check} mark={mark} picture={picture} />;
      })}
    </ul>
  );
}

function Check({ check, mark, picture }: { check: CheckResult; mark?: Mark; picture?: CasePicture }) {
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
        {mark && (
          <p className="text-muted text-sm">
            Marked <span className="mono font-medium text-ink">{mark.number}</span> on the picture of the {mark.image}.
          </p>
        )}
        {mark && picture && <PictureCut picture={picture} mark={mark} />}
        {check.missing && check.missing.length > 0 && (
          <p className="text-muted text-sm">Needed and not there: {check.missing.join(", ")}.</p>
        )}
      </div>
    </li>
  );
}
