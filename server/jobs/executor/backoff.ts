const FIRST_MS = 400;
const LONGEST_MS = 5 * 60_000;

/**
 * Milliseconds before the next try: 0.4 s, 0.8 s, 1.6 s … five minutes at most, spread by up to a fifth (`random` 0–1).
 */
export function backoffMs(failedTries: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, failedTries - 1)));
  return Math.round(base * (0.9 + 0.2 * random));
}
