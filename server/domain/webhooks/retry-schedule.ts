const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Waits between the ten tries of one delivery, in seconds: a little over three days in all (Standard Webhooks,
 * "Retries").
 */
export const RETRY_WAITS_S: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

export const MAX_TRIES = RETRY_WAITS_S.length + 1;

/** Seconds to wait after the given try (from 1); undefined after the last. */
export function waitAfterTry(number: number): number | undefined {
  return RETRY_WAITS_S[number - 1];
}
