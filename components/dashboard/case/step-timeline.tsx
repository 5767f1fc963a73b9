import { Check, CircleDashed, LoaderCircle, Minus, TriangleAlert } from "lucide-react";
import { dateTime, duration, words } from "@/components/dashboard/format";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import type { JobStep, JobView } from "@/server/contract/v1/kyc";

const LOOK: Record<JobStep["status"], { tone: Tone; Icon: typeof Check; word: string }> = {
  pending: { tone: "neutral", Icon: CircleDashed, word: "waiting" },
  running: { tone: "accent", Icon: LoaderCircle, word: "running" },
  done: { tone: "positive", Icon: Check, word: "done" },
  undone: { tone: "caution", Icon: TriangleAlert, word: "could not be done" },
  skipped: { tone: "neutral", Icon: Minus, word: "not asked for" },
};

/** What ran, in order, with its time and tries. */
export function StepTimeline({ job }: { job: JobView }) {
  const items: TimelineItem[] = job.steps.map((step) => {
    const { tone, Icon, word } = LOOK[step.status];
    const tries = step.attempts > 1 ? ` after ${step.attempts} tries` : "";
    return {
      icon: <Icon />,
      tone,
      title: `${words(step.name)}: ${word}${tries}`,
      meta: duration(step.duration_ms),
      children: step.error,
    };
  });
  return (
    <Card>
      <CardHeader title="Timeline" description={`Created ${dateTime(job.created_at)} UTC`} />
      <CardBody>
        <Timeline items={items} />
      </CardBody>
    </Card>
  );
}
