import { AppError } from "@/server/contract/errors";
import type { Adapters } from "@/server/services/ports";
import type { RateWindow } from "@/server/services/rate-counters";

/** How often something may be tried: what is guessed at → window. Counted for every process together. */
const TRIES = {
  password: { limit: 10, seconds: 15 * 60 },
  second_factor: { limit: 5, seconds: 5 * 60 },
  reset: { limit: 5, seconds: 60 * 60 },
  address: { limit: 100, seconds: 15 * 60 },
} as const satisfies Record<string, RateWindow>;

/** Counts one try of `who` (an address, a person's id or e-mail). AppError `rate_limited` with the time to wait. */
export async function limitTries(
  { rates }: Pick<Adapters, "rates">,
  what: keyof typeof TRIES,
  who: string,
): Promise<void> {
  const window = TRIES[what];
  const state = await rates.count(`tries:${what}:${who}`.slice(0, 200), window);
  if (state.allowed) return;
  const details = { policy: what, limit: window.limit, window_seconds: window.seconds };
  throw new AppError("rate_limited", details, state.resetSeconds);
}
