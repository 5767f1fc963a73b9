import { Meter } from "@/components/ui/meter";

/** How many people reached each stage of the hosted flow, as shares of those who got a link. */
export function Funnel({
  funnel,
}: {
  funnel: { created: number; opened: number; consented: number; sent: number; accepted: number };
}) {
  const stages = [
    ["Link made", funnel.created],
    ["Opened", funnel.opened],
    ["Consented", funnel.consented],
    ["Sent", funnel.sent],
    ["Accepted", funnel.accepted],
  ] as const;
  return (
    <ol className="flex flex-col gap-3">
      {stages.map(([name, value]) => (
        <li key={name}>
          <div className="mb-1 flex justify-between text-sm">
            <span>{name}</span>
            <span className="mono tabular-nums">{value}</span>
          </div>
          <Meter label={name} value={value} max={Math.max(1, funnel.created)} text={`${value} of ${funnel.created}`} />
        </li>
      ))}
    </ol>
  );
}
