/** One page of `docs/accuracy/`: what is measured for it, and how its text follows from the figures alone. */
export interface AccuracyPage<Figures = unknown> {
  /** `docs/accuracy/<id>.md`, with its figures in `docs/accuracy/<id>.json`. */
  readonly id: string;
  readonly title: string;
  /** Measures everything that the page states. What comes back is kept as JSON: numbers and names only, no time of day. */
  measure(at: Measuring): Promise<Figures>;
  /** Markdown without the title. Pure: the same figures give the same page. */
  write(figures: Figures): string;
}

export interface Measuring {
  /** Folder of the labelled pictures (`documents/`, `faces/`, …). */
  readonly data: string;
  /** `npm run eval -- <args> --json` in a process of its own; its JSON. Rejects where the measurement fails. */
  evaluate(args: readonly string[]): Promise<unknown>;
  /** `npm run bench -- <args> --json` likewise. */
  bench(args: readonly string[]): Promise<unknown>;
}
