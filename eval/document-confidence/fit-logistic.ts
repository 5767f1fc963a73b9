import type { Statement } from "@/eval/statistics/reliability";
import type { LogisticCalibration } from "@/server/domain/documents/confidence/calibrate";

/** Deviation of the prior around "leave it as it is" (offset 0, slope 1): few pictures move the curve little. */
const PRIOR = 1;
const STEPS = 60;
const EDGE = 0.005;

const logit = (p: number) => Math.log(p / (1 - p));

/** Offset and slope on the logit of what was said, by penalised maximum likelihood (Platt 1999, with his targets and a Gaussian prior); monotone. */
export function fitLogistic(statements: readonly Statement[]): LogisticCalibration {
  const rights = statements.filter(({ right }) => right).length;
  // Platt's targets: so many pictures never prove a certainty.
  const sure = (rights + 1) / (rights + 2);
  const unsure = 1 / (statements.length - rights + 2);
  let [offset, slope] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    let [go, gs] = [offset / PRIOR ** 2, (slope - 1) / PRIOR ** 2];
    let [hoo, hos, hss] = [1 / PRIOR ** 2, 0, 1 / PRIOR ** 2];
    for (const { said, right } of statements) {
      const x = logit(Math.min(1 - EDGE, Math.max(EDGE, said)));
      const p = 1 / (1 + Math.exp(-(offset + slope * x)));
      const w = p * (1 - p);
      const target = right ? sure : unsure;
      go += p - target;
      gs += (p - target) * x;
      hoo += w;
      hos += w * x;
      hss += w * x * x;
    }
    const det = hoo * hss - hos * hos;
    offset -= (hss * go - hos * gs) / det;
    slope = Math.max(0.1, slope - (hoo * gs - hos * go) / det);
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { offset: round(offset), slope: round(slope) };
}
