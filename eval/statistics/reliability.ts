/** How often statements of a confidence were right: bins of equal numbers of statements. */
export interface Reliability {
  readonly statements: number;
  /** Mean square distance of the confidence from what was so (Brier 1950). */
  readonly brier: number;
  /** Mean distance of the bins' confidence from their share of right statements, weighted by size. */
  readonly error: number;
  readonly bins: readonly { readonly said: number; readonly right: number; readonly count: number }[];
}

export interface Statement {
  /** 0–1. */
  readonly said: number;
  readonly right: boolean;
}

const BINS = 5;

export function reliability(statements: readonly Statement[], bins = BINS): Reliability {
  const sorted = [...statements].sort((a, b) => a.said - b.said);
  const n = sorted.length;
  const parts = Array.from({ length: Math.min(bins, n) }, (_, k, total = Math.min(bins, n)) =>
    sorted.slice(Math.round((k * n) / total), Math.round(((k + 1) * n) / total)),
  );
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / Math.max(1, of.length);
  const means = parts.map((part) => ({
    said: mean(part.map(({ said }) => said)),
    right: mean(part.map(({ right }) => Number(right))),
    count: part.length,
  }));
  return {
    statements: n,
    brier: round(mean(sorted.map(({ said, right }) => (said - Number(right)) ** 2))),
    error: round(
      means.reduce((sum, { said, right, count }) => sum + Math.abs(said - right) * count, 0) / Math.max(1, n),
    ),
    bins: means.map(({ said, right, count }) => ({ said: round(said), right: round(right), count })),
  };
}

/** The table as it is printed. */
export function reliabilityLines(what: string, { statements, brier, error, bins }: Reliability): string[] {
  const percent = (value: number) => `${(value * 100).toFixed(0)} %`;
  return [
    `confidence of ${what}: ${statements} statements, Brier ${brier.toFixed(3)}, calibration error ${error.toFixed(3)}`,
    ...bins.map(({ said, right, count }) => `  said ${percent(said)}, right ${percent(right)} of ${count}`),
  ];
}
