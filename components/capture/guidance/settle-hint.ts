/** Keeps one hint on show long enough to be read: a new one must last, and an old one has its time. */
export interface SettledHint<H extends string> {
  readonly shown: H;
  readonly shownAt: number;
  readonly wanted: H;
  readonly wantedAt: number;
}

const SHOW_MS = 700;
const LAST_MS = 180;

export function firstHint<H extends string>(hint: H, now: number): SettledHint<H> {
  return { shown: hint, shownAt: now, wanted: hint, wantedAt: now };
}

/** The hint to show after this frame said `hint` at `now` (milliseconds). */
export function settleHint<H extends string>(state: SettledHint<H>, hint: H, now: number): SettledHint<H> {
  const wantedAt = hint === state.wanted ? state.wantedAt : now;
  const ready = hint !== state.shown && now - wantedAt >= LAST_MS && now - state.shownAt >= SHOW_MS;
  if (ready) return { shown: hint, shownAt: now, wanted: hint, wantedAt };
  return { ...state, wanted: hint, wantedAt };
}
