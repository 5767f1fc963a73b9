import type { ReactNode } from "react";

/** One figure that matters, with what it is and what it changed by. */
export function Stat({ label, value, note }: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-muted text-sm">{label}</p>
      <p className="mt-1 font-semibold text-2xl tabular-nums">{value}</p>
      {note && <p className="mt-1 text-muted text-xs">{note}</p>}
    </div>
  );
}
