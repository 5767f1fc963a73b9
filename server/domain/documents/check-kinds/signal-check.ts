import { type Check, defineCheck, pass } from "../check";

export interface SignalRule {
  readonly id: string;
  readonly title: string;
  /** Signals that this check speaks for. */
  readonly signals: readonly string[];
  readonly warn: number;
  readonly fail: number;
  readonly severity: Check["severity"];
  readonly message: string;
}

/** A check of forgery signals by their strongest. A signal is a reason, not a verdict: it fails only when very strong. */
export function signalCheck(rule: SignalRule): Check {
  return defineCheck({
    id: rule.id,
    title: rule.title,
    source: "House policy; false-alarm rates in docs",
    severity: rule.severity,
    needs: ["forgery"],
    run({ forgery }) {
      const seen = forgery.filter((signal) => rule.signals.includes(signal.id));
      const strongest = seen.reduce<(typeof seen)[number] | null>(
        (a, b) => (a && a.strength >= b.strength ? a : b),
        null,
      );
      if (!strongest || strongest.strength < rule.warn) return pass();
      return {
        status: strongest.strength >= rule.fail ? "fail" : "warn",
        reason: strongest.id,
        message: strongest.note ? `${rule.message} ${strongest.note}` : rule.message,
        place: strongest.quad && { image: strongest.image, quad: strongest.quad },
      };
    },
  });
}
