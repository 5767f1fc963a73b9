import { bar, bold, dim, heading, line, pad, paint } from "@/scripts/demo/terminal";
import type { Decision } from "@/server/contract/enums";
import type { JobFactor, JobStep, JobView } from "@/server/contract/v1/kyc";

const TONE = { accepted: "green", review: "yellow", rejected: "red" } as const satisfies Record<Decision, string>;
const SIGN = { accepted: "✓", review: "…", rejected: "✗" } as const satisfies Record<Decision, string>;

const FACTOR_NAMES: Record<JobFactor["name"], string> = {
  liveness: "Liveness",
  face_match: "Face match",
  document: "Document",
  kya: "Profile",
};

export function printStep(step: JobStep): void {
  const mark = { done: paint("green", "✓"), undone: paint("red", "✗"), skipped: dim("–"), running: "…", pending: "…" };
  const time = step.duration_ms === null ? "" : `${step.duration_ms} ms`;
  const note = step.error ? paint("yellow", `  ${step.error}, ${step.attempts} tries`) : "";
  line(`${mark[step.status]} ${pad(step.name, 12)}${pad(dim(time), 10, "left")}${note}`);
}

export function printScore(job: JobView): void {
  heading("Score, point by point");
  for (const factor of job.factors) {
    const share = factor.weight === 0 ? 0 : factor.points / factor.weight;
    const figures = `${pad(factor.points.toFixed(1), 5, "left")} of ${pad(factor.weight.toFixed(1), 5, "left")}`;
    line(`${pad(bold(FACTOR_NAMES[factor.name]), 12)} ${bar(share, 24, "cyan")} ${figures}`);
    for (const reason of factor.reasons) {
      const points = reason.points === undefined ? "" : `${reason.points > 0 ? "+" : ""}${reason.points.toFixed(1)}`;
      line(`  ${dim(pad(points, 6, "left"))}  ${reason.message} ${dim(reason.code)}`);
    }
  }
}

export function printFields(job: JobView): void {
  if (!job.fields) return;
  heading("Read from the document");
  const kind = job.detected ? `${job.detected.type} of ${job.detected.country ?? "an unknown country"}` : "";
  line(dim(`${kind}, confidence ${job.detected?.confidence.toFixed(2) ?? "–"}`));
  for (const [name, value] of Object.entries(job.fields)) {
    if (name === "mrz") continue;
    const source = job.evidence.find((one) => one.field === name)?.source;
    line(`${pad(name.replaceAll("_", " "), 18)} ${value} ${source ? dim(source) : ""}`);
  }
  for (const zone of job.fields.mrz ?? []) line(dim(zone));
}

export function printDecision(job: JobView): void {
  const decision = job.decision;
  heading("Decision");
  if (!decision) {
    line(paint("red", `none: the verification is ${job.status}`));
    return;
  }
  const tone = TONE[decision];
  line(`${paint([tone, "bold"], `${SIGN[decision]} ${decision}`)}   ${bold(String(job.score))} of 100`);
  for (const reason of job.reasons.slice(0, 6)) line(dim(`· ${reason.message}`));
}
