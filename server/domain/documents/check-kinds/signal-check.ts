import { type Check, defineCheck, pass, skipped } from "../check";

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

/**
 * A check of forgery signals by their strongest. A signal is a reason, not a verdict: it fails only when very strong.
 * Skipped where none of its signals could be measured, for what was not looked at did not pass.
 */
export function signalCheck(rule: SignalRule): Check {
  return defineCheck({
    id: rule.id,
    title: rule.title,
    source: "House policy; false-alarm rates in docs",
    severity: rule.severity,
    needs: ["forgery"],
    run({ forgery }) {
      const [first, ...rest] = forgery.filter((signal) => rule.signals.includes(signal.id));
      if (!first) return skipped(...rule.signals.map((id) => `forgery.${id}`));
      const strongest = rest.reduce((a, b) => (a.strength >= b.strength ? a : b), first);
      if (strongest.strength < rule.warn) return pass();
      const { id, note, strength, image, quad } = strongest;
      return {
        status: strength >= rule.fail ? "fail" : "warn",
        reason: id,
        message: `${note ?? rule.message} Strength ${strength.toFixed(2)} of 1.`,
        ...(quad && { place: { image, quad } }),
      };
    },
  });
}
