/** One way of doing one part of the signing; the first of each list is the right one. */
export interface Variant {
  readonly value: string;
  /** What was done wrongly; absent for the right way. */
  readonly finding?: string;
}
