import type { CheckResult } from "@/server/contract/fields";

/** One place on a picture that a check speaks of, numbered as the list of checks numbers it. */
export interface Mark {
  readonly number: number;
  readonly check: string;
  readonly status: "fail" | "warn";
  readonly image: string;
  readonly quad: readonly (readonly [number, number])[];
}

/** Failures first, as they are listed. */
export function marksOf(checks: readonly CheckResult[]): readonly Mark[] {
  const open = (["fail", "warn"] as const).flatMap((status) =>
    checks.flatMap(({ name, status: own, place }) =>
      own === status && place ? [{ check: name, status, ...place }] : [],
    ),
  );
  return open.map((mark, index) => ({ ...mark, number: index + 1 }));
}
