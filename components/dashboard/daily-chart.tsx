"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export interface DailySeries {
  readonly key: string;
  readonly name: string;
  /** A CSS colour. */
  readonly colour: string;
}

/** Counts per day, stacked; the same figures stand in a table for those who do not see the bars. */
export function DailyChart({
  label,
  days,
  series,
}: {
  label: string;
  days: readonly Readonly<Record<string, string | number>>[];
  series: readonly DailySeries[];
}) {
  return (
    <figure aria-label={label} className="m-0">
      <div aria-hidden="true" className="h-56">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 720, height: 224 }}>
          <BarChart accessibilityLayer={false} data={[...days]} margin={{ top: 4, right: 0, bottom: 0, left: -24 }}>
            <CartesianGrid vertical={false} stroke="var(--color-line)" />
            <XAxis
              dataKey="day"
              tickFormatter={(day: string) => day.slice(5)}
              tickLine={false}
              axisLine={false}
              fontSize={12}
              stroke="var(--color-muted)"
              minTickGap={24}
            />
            <YAxis allowDecimals={false} tickLine={false} axisLine={false} fontSize={12} stroke="var(--color-muted)" />
            <Tooltip
              cursor={{ fill: "var(--color-hover)" }}
              contentStyle={{
                background: "var(--color-raised)",
                border: "1px solid var(--color-line)",
                borderRadius: 6,
                fontSize: 12,
              }}
            />
            {series.map((one) => (
              <Bar
                key={one.key}
                dataKey={one.key}
                name={one.name}
                stackId="day"
                fill={one.colour}
                maxBarSize={28}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className="mt-3 flex flex-wrap gap-4 text-muted text-xs">
        {series.map((one) => (
          <span key={one.key} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 rounded-small" style={{ background: one.colour }} />
            {one.name}: {days.reduce((sum, day) => sum + Number(day[one.key] ?? 0), 0)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
