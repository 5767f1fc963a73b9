const DAY_MS = 86_400_000;

/** So long may nothing arrive at an endpoint before it is switched off. */
const FAILING_DAYS = 3;

/**
 * Whether an endpoint is to be switched off after a delivery ran out of its tries: where nothing arrived there for
 * three days. One that failed for an hour and works again is not.
 */
export function isFailing(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= FAILING_DAYS * DAY_MS;
}
