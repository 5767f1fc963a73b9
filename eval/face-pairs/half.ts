/**
 * Half of the people or subjects of a set, always the same one: in alphabetical order, every other. Thresholds and statistics are
 * derived from one half (`derive`) and reported on the other (`report`).
 */
export function inHalf(names: readonly string[], half: "derive" | "report"): ReadonlySet<string> {
  const wanted = half === "derive" ? 0 : 1;
  return new Set([...names].sort().filter((_, i) => i % 2 === wanted));
}
