import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DailyChart } from "@/components/dashboard/daily-chart";
import { duration } from "@/components/dashboard/format";
import { Funnel } from "@/components/dashboard/funnel";
import { QuotaBars } from "@/components/dashboard/quota-bars";
import { homeOf } from "@/components/dashboard/screens";
import { VerificationTable } from "@/components/dashboard/verification-table";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { caller } from "@/server/api/trpc/caller";
import { memberRole } from "@/server/api/trpc/member-role";
import { may } from "@/server/domain/people/permissions";

export const metadata: Metadata = { title: "Overview" };

const SERIES = [
  { key: "accepted", name: "Accepted", colour: "var(--color-positive)" },
  { key: "review", name: "Review", colour: "var(--color-caution)" },
  { key: "rejected", name: "Rejected", colour: "var(--color-negative)" },
];

export default async function OverviewPage() {
  const role = await memberRole();
  const home = homeOf(role);
  if (home !== "/dashboard") redirect(home);
  const api = await caller();
  const [summary, usage, recent] = await Promise.all([
    api.figures.overview({ days: 30 }),
    may(role, "usage:read") ? api.figures.usage() : undefined,
    api.verifications.search({ limit: 6 }),
  ]);
  const decided = (key: "accepted" | "review" | "rejected") => summary.days.reduce((sum, day) => sum + day[key], 0);
  const all = decided("accepted") + decided("review") + decided("rejected");
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Overview" description="The last 30 days." />
      <Card>
        <CardBody className="grid grid-cols-2 gap-6 lg:grid-cols-4">
          <Stat label="Decided" value={all} />
          <Stat label="Accepted" value={all === 0 ? "–" : `${Math.round((100 * decided("accepted")) / all)} %`} />
          <Stat label="Median time" value={duration(summary.medianMs)} />
          <Stat label="95th percentile" value={duration(summary.p95Ms)} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Verifications per day" />
        <CardBody>
          <DailyChart
            label="Verifications per day by decision"
            days={summary.days.map((day) => ({ ...day }))}
            series={SERIES}
          />
        </CardBody>
      </Card>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card>
          <CardHeader title="Hosted flow" description="How far people came who got a link." />
          <CardBody>
            <Funnel funnel={summary.funnel} />
          </CardBody>
        </Card>
        {usage && (
          <Card>
            <CardHeader title="Quotas" description={`${usage.plan.name} plan, ${usage.period}`} />
            <CardBody>
              <QuotaBars modules={usage.modules} />
            </CardBody>
          </Card>
        )}
      </div>
      <Card>
        <CardHeader
          title="Latest verifications"
          actions={
            <a className={buttonClass({ size: "sm" })} href="/dashboard/verifications">
              See all
            </a>
          }
        />
        {recent.rows.length === 0 ? (
          <EmptyState icon={<ListChecks />} title="No verification yet">
            Run <code className="mono">npm run demo</code>, or open the capture demo, and it appears here.
          </EmptyState>
        ) : (
          <VerificationTable rows={recent.rows} />
        )}
      </Card>
    </div>
  );
}
