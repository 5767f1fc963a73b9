/**
 * What the reader must know of a zone's layout to read it better than letter by letter. The layouts themselves are the
 * domain's (`server/domain/mrz/formats`) and are handed in: this is the part of their shape that reading uses.
 */

export interface ZoneRange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface ZoneCheck {
  readonly digit: { readonly line: number; readonly column: number };
  readonly over: readonly ZoneRange[];
  readonly fillerForZero?: boolean;
  /** Where a long number goes on when `<` stands in the digit's place. */
  readonly continuation?: ZoneRange;
}

export interface ZoneLayout {
  readonly id: string;
  readonly lengths: readonly number[];
  readonly fields: readonly (ZoneRange & { readonly kind: string })[];
  readonly checks: readonly ZoneCheck[];
  readonly accepts: (lines: readonly string[]) => boolean;
}

/** The same layout when the document number continues for `extra` characters; undefined where it cannot. */
export function withLongNumber(layout: ZoneLayout, extra: number): ZoneLayout | undefined {
  const checks = layout.checks.map((check): ZoneCheck => {
    const tail = check.continuation;
    if (!tail) return check;
    const digit = { line: tail.line, column: tail.start + extra };
    return { digit, over: [...check.over, { line: tail.line, start: tail.start, end: tail.start + extra }] };
  });
  const tail = layout.checks.find((check) => check.continuation)?.continuation;
  return tail && tail.start + extra < tail.end ? { ...layout, checks } : undefined;
}
