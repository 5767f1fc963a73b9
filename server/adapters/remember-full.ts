import type { KeyedWindow, RateCounters, RateVerdict } from "@/server/services/rate-counters";

/** At most so long, so that a limit raised or a counter removed is noticed. */
const REMEMBER_MS = 5_000;
const REMEMBER_WINDOWS = 10_000;

/**
 * Counters that refuse from memory, for a few seconds, where the first window is full: it stays so until it ends, and
 * whoever knocks in vain should cost nothing.
 */
export function rememberFull(
  takeFromStore: (windows: readonly KeyedWindow[]) => Promise<RateVerdict>,
  now: () => number = () => performance.now(),
): RateCounters {
  const full = new Map<string, { readonly until: number; readonly endsAt: number }>();
  const remembered = (window: KeyedWindow): RateVerdict | undefined => {
    const known = full.get(memoOf(window));
    if (!known || known.until <= now()) return undefined;
    return { fullAt: 0, states: [{ remaining: 0, resetSeconds: Math.ceil((known.endsAt - now()) / 1000) }] };
  };
  const remember = (window: KeyedWindow, resetSeconds: number): void => {
    const endsAt = now() + resetSeconds * 1000;
    full.delete(memoOf(window));
    // The rest of the window is told in seconds, rounded up: a second less is certain.
    full.set(memoOf(window), { until: Math.min(now() + REMEMBER_MS, endsAt - 1000), endsAt });
    for (const oldest of full.keys()) if (full.size > REMEMBER_WINDOWS) full.delete(oldest);
  };
  const take = async (windows: readonly KeyedWindow[]): Promise<RateVerdict> => {
    const known = remembered(windows[0]);
    if (known) return known;
    const verdict = await takeFromStore(windows);
    if (verdict.fullAt === 0) remember(windows[0], verdict.states[0].resetSeconds);
    return verdict;
  };
  return {
    take,
    async count(key, window) {
      const { fullAt, states } = await take([{ key, ...window }]);
      return { allowed: fullAt === undefined, ...states[0] };
    },
  };
}

function memoOf({ key, limit, seconds }: KeyedWindow): string {
  return `${seconds}:${limit}:${key}`;
}
