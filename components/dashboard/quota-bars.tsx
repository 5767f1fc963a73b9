import { count, words } from "@/components/dashboard/format";
import { Meter } from "@/components/ui/meter";
import type { Tone } from "@/components/ui/tone";

function toneOf(share: number): Tone {
  if (share >= 1) return "negative";
  return share >= 0.8 ? "caution" : "accent";
}

/** What each module used of its monthly quota; the colour turns at 80 % and 100 %, and the words say so. */
export function QuotaBars({ modules }: { modules: readonly { module: string; used: number; limit: number | null }[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {modules.map(({ module, used, limit }) => (
        <li key={module}>
          <div className="mb-1 flex justify-between gap-3 text-sm">
            <span>{words(module)}</span>
            <span className="mono text-muted tabular-nums">
              {count(used)} {limit === null ? "· no limit" : `of ${count(limit)}`}
              {limit !== null && used >= limit && " · used up"}
            </span>
          </div>
          <Meter
            label={words(module)}
            value={used}
            max={limit ?? Math.max(1, used)}
            tone={limit === null ? "neutral" : toneOf(used / limit)}
            text={limit === null ? `${used}, no limit` : `${used} of ${limit}`}
          />
        </li>
      ))}
    </ul>
  );
}
