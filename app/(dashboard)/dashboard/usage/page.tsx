import type { Metadata } from "next";
import { DailyChart } from "@/components/dashboard/daily-chart";
import { count, words } from "@/components/dashboard/format";
import { QuotaBars } from "@/components/dashboard/quota-bars";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage() {
  const usage = await (await caller()).figures.usage();
  const used = usage.modules.filter((module) => module.used > 0);
  const days = [...new Set(usage.days.map((row) => row.day))].map((day) => ({
    day,
    ...Object.fromEntries(usage.days.filter((row) => row.day === day).map((row) => [row.module, row.count])),
  }));
  const series = used.map((module, index) => ({
    key: module.module,
    name: words(module.module),
    colour: `var(--color-chart-${(index % 5) + 1})`,
  }));
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Usage" description={`${usage.plan.name} plan, ${usage.period} (UTC).`} />
      <Card>
        <CardHeader title="Calls per day" />
        <CardBody>
          {days.length === 0 ? (
            <p className="text-muted">Nothing was called this month.</p>
          ) : (
            <DailyChart label="Calls per day by module" days={days} series={series} />
          )}
        </CardBody>
      </Card>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card>
          <CardHeader title="Quotas" />
          <CardBody>
            <QuotaBars modules={usage.modules} />
          </CardBody>
        </Card>
        <Card>
          <CardHeader
            title="Calls this month"
            description="Calls with test keys, and calls that failed by our fault, are not billed."
          />
          <Table label="Calls this month">
            <THead>
              <Th>Module</Th>
              <Th numeric>Calls</Th>
              <Th numeric>Billed</Th>
            </THead>
            <tbody>
              {usage.modules.map((module) => (
                <Tr key={module.module}>
                  <Td>{words(module.module)}</Td>
                  <Td numeric>{count(module.used)}</Td>
                  <Td numeric>{count(module.billed)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Card>
      </div>
    </div>
  );
}
