import { ScrollText, Webhook } from "lucide-react";
import { dateTime } from "@/components/dashboard/format";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";

export interface CaseRecord {
  readonly kind: "webhook" | "audit";
  readonly at: Date;
  readonly title: string;
  readonly note: string;
  readonly tone: Tone;
}

/** Webhook deliveries and audit entries of one verification, oldest first. */
export function Records({ records }: { records: readonly CaseRecord[] }) {
  return (
    <Card>
      <CardHeader title="Webhooks and audit" />
      <CardBody>
        {records.length === 0 && <p className="text-muted">Nothing yet.</p>}
        <Timeline
          items={records.map((record) => ({
            icon: record.kind === "webhook" ? <Webhook /> : <ScrollText />,
            tone: record.tone,
            title: record.title,
            meta: dateTime(record.at),
            children: record.note,
          }))}
        />
      </CardBody>
    </Card>
  );
}
