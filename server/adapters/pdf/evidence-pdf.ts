import { PdfFlow } from "@/server/adapters/pdf/pdf-flow";
import type { EvidenceReport } from "@/server/services/evidence/pack-evidence";

type Gathered = Parameters<EvidenceReport>[0];

const words = (text: string) => text.replaceAll("_", " ");
const points = (value: number | undefined) => (value === undefined ? "" : value.toFixed(1));

/**
 * The report of an evidence pack, for people: the decision point by point, what it was made of, and how to check it.
 */
export const evidencePdf: EvidenceReport = (evidence, publicKey) => {
  const { job } = evidence;
  const flow = new PdfFlow(`Evidence of ${job.job_id}`, new Date(job.completed_at ?? job.created_at));
  flow.text("Evidence of an identity verification", { size: 18, weight: "strong" });
  flow.text(`${evidence.tenant.name} · ${job.environment === "test" ? "test data" : "live data"}`, { muted: true });
  writeDecision(flow, evidence);
  writeScore(flow, evidence);
  writeFields(flow, evidence);
  writeChecks(flow, evidence);
  writeSources(flow, evidence);
  writeAudit(flow, evidence);
  flow.heading("How to check this");
  flow.text(
    "manifest.json names every file of this pack by its SHA-256 and is signed with Ed25519 (manifest.sig). npm run audit -- verify FILE KEY checks signature, files and audit without a server; KEY is the account's public key, which you should have from elsewhere than this pack.",
  );
  flow.fact("Public key", publicKey);
  return flow.finish();
};

function writeDecision(flow: PdfFlow, { job, review, erasure }: Gathered): void {
  flow.heading("Decision");
  flow.fact("Verification", job.job_id);
  if (job.reference) flow.fact("Reference", job.reference);
  flow.fact("Status", words(job.status));
  flow.fact("Decision", job.decision ?? "none");
  flow.fact("Score", job.score === null ? "–" : `${job.score} of 100`);
  flow.fact("Requested", job.created_at);
  flow.fact("Decided", job.completed_at ?? "–");
  flow.fact("Workflow", `${job.workflow.id}, version ${job.workflow.version}`);
  if (review) flow.fact("Reviewed", `${review.at} by ${review.by}${review.note ? `: ${review.note}` : ""}`);
  if (erasure) flow.fact("Erased", `${erasure.at}, proof ${erasure.id}`);
  for (const reason of job.reasons) flow.fact(reason.code, reason.message);
}

function writeScore(flow: PdfFlow, { job }: Gathered): void {
  if (job.factors.length === 0) return;
  flow.heading("Points");
  for (const factor of job.factors) {
    flow.row([
      { text: words(factor.name), width: 0.25, weight: "strong" },
      { text: `${points(factor.points)} of ${points(factor.weight)}`, width: 0.2, weight: "strong" },
      { text: factor.value === null ? "not measured" : `value ${factor.value.toFixed(3)}`, width: 0.55, muted: true },
    ]);
    for (const reason of factor.reasons) {
      flow.row([
        { text: reason.code, width: 0.25, muted: true },
        { text: points(reason.points), width: 0.2 },
        { text: reason.message, width: 0.55 },
      ]);
    }
    flow.rule();
  }
}

function writeFields(flow: PdfFlow, { job }: Gathered): void {
  const fields = Object.entries(job.fields ?? {});
  if (fields.length === 0) return;
  flow.heading("Read from the document");
  for (const [name, value] of fields) flow.fact(words(name), Array.isArray(value) ? value.join(" ") : String(value));
}

function writeChecks(flow: PdfFlow, { job }: Gathered): void {
  if (job.checks.length === 0) return;
  flow.heading("Checks");
  for (const check of job.checks) {
    flow.row([
      { text: check.name, width: 0.35 },
      { text: check.status, width: 0.15, weight: check.status === "fail" ? "strong" : "regular" },
      { text: check.message ?? "", width: 0.5, muted: true },
    ]);
  }
}

function writeSources(flow: PdfFlow, { media, models }: Gathered): void {
  flow.heading("Pictures");
  for (const one of media) {
    flow.row([
      { text: `${one.kind} ${one.width} × ${one.height}`, width: 0.25 },
      { text: one.sha256 ?? "deleted before this pack was made", width: 0.75, muted: true },
    ]);
  }
  flow.heading("Models");
  for (const { id, version, sha256 } of models) flow.fact(`${id} ${version}`, sha256);
}

function writeAudit(flow: PdfFlow, { job, audit, head }: Gathered): void {
  const targets: readonly (string | null)[] = [job.job_id, job.session_id];
  flow.heading("Audit");
  for (const entry of audit.filter(({ target }) => targets.includes(target))) {
    flow.row([
      { text: `${entry.seq}`, width: 0.08, muted: true },
      { text: entry.at, width: 0.27 },
      { text: entry.action, width: 0.27 },
      { text: entry.actor, width: 0.38, muted: true },
    ]);
  }
  flow.fact("Chain's end", `${head.seq}, ${head.hash}`);
}
