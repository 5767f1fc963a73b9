import { words } from "@/components/dashboard/format";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import type { Tone } from "@/components/ui/tone";
import type { JobFactor } from "@/server/contract/v1/kyc";

function toneOf({ points, weight }: JobFactor): Tone {
  const share = weight === 0 ? 1 : points / weight;
  if (share >= 0.8) return "positive";
  return share >= 0.6 ? "caution" : "negative";
}

/** The score taken apart: each factor's points of its weight, opening into its reasons. */
export function ScoreBreakdown({ factors }: { factors: readonly JobFactor[] }) {
  return (
    <Card>
      <CardHeader title="Score taken apart" description="Every point, with what gave or cost it." />
      <CardBody className="flex flex-col gap-4">
        {factors.length === 0 && <p className="text-muted">There is no score yet.</p>}
        {factors.map((factor) => (
          <details key={factor.name} className="group" open={factor.points < factor.weight * 0.8}>
            <summary className="list-none">
              <div className="mb-1.5 flex justify-between gap-3">
                <span className="font-medium group-open:text-accent-text">{words(factor.name)}</span>
                <span className="mono text-sm tabular-nums">
                  {factor.points.toFixed(1)} / {factor.weight.toFixed(1)}
                </span>
              </div>
              <Meter
                label={`${words(factor.name)}: points`}
                value={factor.points}
                max={factor.weight || 1}
                tone={toneOf(factor)}
                text={`${factor.points.toFixed(1)} of ${factor.weight.toFixed(1)} points`}
              />
            </summary>
            <Reasons factor={factor} />
          </details>
        ))}
      </CardBody>
    </Card>
  );
}

function Reasons({ factor }: { factor: JobFactor }) {
  if (factor.reasons.length === 0) return <p className="mt-2 text-muted text-sm">Nothing was found against it.</p>;
  return (
    <ul className="mt-2 divide-y divide-line border-line border-y">
      {factor.reasons.map((reason, index) => (
        <li key={`${reason.code}-${index}`} className="flex items-baseline justify-between gap-4 py-2 text-sm">
          <div>
            <p>{reason.message}</p>
            <p className="mono text-faint text-xs">{reason.code}</p>
          </div>
          {reason.points !== undefined && (
            <span className="mono whitespace-nowrap tabular-nums">
              {reason.points > 0 ? "+" : ""}
              {reason.points.toFixed(1)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
