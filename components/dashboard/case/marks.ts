import type { CheckResult } from "@/server/contract/fields";

/** One place on a picture that a check speaks of, numbered as the list of checks numbers it. */
export interface Mark {
  readonly number: number;
  readonly check: string;
  readonly status: "fail" | "warn";
  readonly image: string;
  readonly quad: readonly (readonly [number, number])[];
}

/** What is cut out of a picture to show one place: it with as much again around it, within the picture. */
export function cutAround(
  quad: Mark["quad"],
  { width, height }: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const span = (values: readonly number[], most: number): [number, number] => {
    const [least, greatest] = [Math.min(...values), Math.max(...values)];
    const around = Math.max((greatest - least) / 2, most / 25);
    const from = Math.max(0, Math.min(most, least - around));
    return [from, Math.max(1, Math.min(most, greatest + around) - from)];
  };
  const [x, across] = span(
    quad.map(([x]) => x),
    width,
  );
  const [y, down] = span(
    quad.map(([, y]) => y),
    height,
  );
  return { x, y, width: across, height: down };
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
