/** `logit(calibrated) = offset + slope · logit(raw)`: monotone for a slope above 0, and 0 stays 0. */
export interface LogisticCalibration {
  readonly offset: number;
  readonly slope: number;
}

const EDGE = 0.005;
/** What so few pictures can bear out. */
const MOST = 0.99;

/** A raw confidence as often right as it says. 0 is kept: it is said where nothing at all was to go by. */
export function calibrate(raw: number, { offset, slope }: LogisticCalibration): number {
  if (raw <= 0) return 0;
  const p = Math.min(1 - EDGE, Math.max(EDGE, raw));
  const calibrated = 1 / (1 + Math.exp(-(offset + slope * Math.log(p / (1 - p)))));
  return Math.round(Math.min(MOST, calibrated) * 1000) / 1000;
}
