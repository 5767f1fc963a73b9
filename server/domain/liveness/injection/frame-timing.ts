import type { InjectionFinding, InjectionInput, InjectionSignal } from "@/server/domain/liveness/injection/signal";

const LEAST_TIMES = 12;
/** Between pictures that a clock made rather than a camera: deviation of the intervals, ms. */
const LEAST_JITTER = 0.02;
/** A picture sent must have been delivered about then, ms; and most of them must have been. */
const NEAR = 400;
const MOST_UNDELIVERED = 0.34;
/** More pictures a second than the camera says it makes, as a factor. */
const MOST_RATE = 1.6;

/** When the camera delivered its pictures: in order, a little uneven, not faster than it says, and those that were sent among them. */
export const frameTiming: InjectionSignal = { id: "frame_timing", find: (input) => findOddTiming(input) };

function findOddTiming({ report, frames }: InjectionInput): InjectionFinding | undefined {
  const times = report?.frame_times;
  if (!times || times.length < LEAST_TIMES) return undefined;
  const gaps = times.slice(1).map((t, i) => t - times[i]);
  if (gaps.some((gap) => gap < 0)) return { message: "The camera's pictures went back in time.", weight: 0.6 };
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const jitter = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  if (jitter < LEAST_JITTER) {
    const message = "The pictures came as evenly as no camera sends them.";
    return { message, value: jitter, threshold: LEAST_JITTER, weight: 0.5 };
  }
  const rate = report.camera?.settings?.frame_rate;
  const median = [...gaps].sort((a, b) => a - b)[gaps.length >> 1];
  if (rate !== undefined && rate > 0 && median > 0 && 1000 / median > MOST_RATE * rate) {
    const message = "Pictures came faster than the camera makes them.";
    return { message, value: 1000 / median, threshold: rate, weight: 0.5 };
  }
  const undelivered = frames.filter(({ tMs }) => !times.some((t) => Math.abs(t - tMs) <= NEAR)).length;
  const share = undelivered / Math.max(1, frames.length);
  if (share <= MOST_UNDELIVERED) return undefined;
  const message = "Frames were sent for moments at which the camera delivered none.";
  return { message, value: share, threshold: MOST_UNDELIVERED, weight: 0.6 };
}
