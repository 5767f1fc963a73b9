/**
 * Whole years from one ISO date to another; undefined where the first is not a whole date. 29 February counts on 1
 * March.
 */
export function yearsBetween(from: string, to: string): number | undefined {
  const pattern = /^(\d{4})-(\d{2}-\d{2})$/;
  const [start, end] = [pattern.exec(from), pattern.exec(to)];
  if (!start || !end) return undefined;
  return Number(end[1]) - Number(start[1]) - (end[2] < start[2] ? 1 : 0);
}
