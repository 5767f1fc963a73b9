import { count, dateTime, words } from "@/components/dashboard/format";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";

type Verdict = "accepted" | "review" | "rejected";
const TONE: Readonly<Record<Verdict, Tone>> = { accepted: "positive", review: "caution", rejected: "negative" };

interface Changed {
  readonly jobId: string;
  readonly createdAt: Date;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  readonly reason: string | null;
}

export interface SimulationShown {
  readonly examined: number;
  readonly unknowable: number;
  readonly changed: readonly Changed[];
}

/** How many decisions of the past would have been others, and which. */
export function SimulationResult({ simulation }: { simulation: SimulationShown }) {
  const { examined, unknowable, changed } = simulation;
  const judged = examined - unknowable;
  const share = judged > 0 ? ` (${((100 * changed.length) / judged).toFixed(1)} %)` : "";
  return (
    <Card>
      <CardHeader
        title={`${count(changed.length)} of ${count(judged)} decisions would change${share}`}
        description="The newest verifications of this environment, judged anew from what was found then. Nothing was changed."
      />
      {unknowable > 0 && (
        <CardBody>
          <p className="text-muted text-sm">
            {count(unknowable)} more ran without a step that this asks for; what it would have found nobody knows.
          </p>
        </CardBody>
      )}
      {changed.length > 0 && (
        <Table label="Decisions that would change">
          <THead>
            <Th>Verification</Th>
            <Th>Created (UTC)</Th>
            <Th>Was</Th>
            <Th>Would be</Th>
            <Th numeric>Score</Th>
            <Th>Why</Th>
          </THead>
          <tbody>
            {changed.map((one) => (
              <Tr key={one.jobId}>
                <Td>
                  <a className="mono text-sm hover:underline" href={`/dashboard/verifications/${one.jobId}`}>
                    …{one.jobId.slice(-8)}
                  </a>
                </Td>
                <Td className="whitespace-nowrap text-muted">{dateTime(one.createdAt)}</Td>
                <Td>
                  <Badge tone={TONE[one.before]}>{words(one.before)}</Badge>
                </Td>
                <Td>
                  <Badge tone={TONE[one.after]}>{words(one.after)}</Badge>
                </Td>
                <Td numeric>
                  {one.scoreBefore} → {one.scoreAfter}
                </Td>
                <Td className="min-w-64 text-muted text-sm">{one.reason ?? "–"}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
