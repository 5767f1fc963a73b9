/**
 * Counts requests in fixed windows, in one place for every process. Never unlimited: AppError `unavailable` where it
 * cannot count.
 */
export interface RateCounters {
  /**
   * Counts one request in every window or, where one is full, in none. Give windows of one request always in the same
   * order. A full window is an answer, not an error.
   */
  take(windows: readonly KeyedWindow[]): Promise<RateVerdict>;
  /** The same for a single window. */
  count(key: string, window: RateWindow): Promise<RateState>;
}
export interface RateWindow {
  readonly limit: number;
  readonly seconds: number;
}
export interface KeyedWindow extends RateWindow {
  readonly key: string;
}
export interface RateVerdict {
  /** Index of the window that refused; undefined where the request passed. */
  readonly fullAt: number | undefined;
  /** Of each window looked at, in order: the refusing one is the last. */
  readonly states: readonly Omit<RateState, "allowed">[];
}
export interface RateState {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the window starts anew. */
  readonly resetSeconds: number;
}
