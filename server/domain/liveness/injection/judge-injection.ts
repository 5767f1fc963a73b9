import type { Reason } from "@/server/contract/fields";
import { INJECTION_SIGNALS } from "@/server/domain/liveness/injection";
import type { InjectionInput } from "@/server/domain/liveness/injection/signal";

export interface InjectionVerdict {
  /** Sum of the weights, at most 1: from `SUSPECTED` on, nothing is taken for live. */
  readonly weight: number;
  readonly reasons: Reason[];
}

/** What one strong signal, or two weak ones, must say together before a capture is not taken for live. */
export const SUSPECTED = 0.5;
/** Frames that contradict a camera by themselves. */
export const CERTAIN = 1;

/** All signs of injection and replay together. */
export function judgeInjection(input: InjectionInput): InjectionVerdict {
  const found = INJECTION_SIGNALS.flatMap((signal) => {
    const finding = signal.find(input);
    return finding ? [{ code: signal.id, ...finding }] : [];
  });
  const weight = Math.min(
    1,
    found.reduce((sum, finding) => sum + finding.weight, 0),
  );
  return { weight, reasons: found.map(({ weight: _weight, ...reason }) => reason) };
}
