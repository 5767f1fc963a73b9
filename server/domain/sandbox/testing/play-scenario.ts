import type { StepName } from "@/server/contract/enums";
import { judgeDocument } from "@/server/domain/documents/judge-document";
import { readDocument } from "@/server/domain/documents/read-document";
import { compareFaces } from "@/server/domain/face/compare-faces";
import { checkProfile } from "@/server/domain/kya/check-profile";
import { emailDomain } from "@/server/domain/kya/email-address";
import { judgeLiveness } from "@/server/domain/liveness/judge-liveness";
import { MAGIC_ADDRESSES, MAGIC_DOMAINS } from "@/server/domain/sandbox/magic-values";
import type { SeenScenario } from "@/server/domain/sandbox/scenario";
import { soundReport } from "@/server/domain/sandbox/sound-report";
import { type ScoredVerification, scoreVerification } from "@/server/domain/scoring/score-verification";
import { DEFAULT_WORKFLOW, type WorkflowDefinition } from "@/server/domain/workflow/definition";

const PHONES: Readonly<Record<string, { possible: boolean; valid: boolean; country?: string }>> = {
  "+33612345678": { possible: true, valid: true, country: "FR" },
  "+33012345678": { possible: true, valid: false, country: "FR" },
};

/** A scenario through the pure parts of the pipeline, as the steps of a verification run them. */
export function playScenario(
  { see, send = {}, challenge, colours = [], report }: SeenScenario,
  { today = "2026-11-23", workflow = DEFAULT_WORKFLOW as WorkflowDefinition } = {},
): ScoredVerification & { readonly failed: readonly string[] } {
  const sight = see(today);
  const hint = { documentHint: send.documentType ?? "passport", countryHint: send.country ?? "auto", today };
  const nationalNumbers = () => false;
  const undone: StepName[] = [];
  const seen = <T>(value: T | "unavailable", ...steps: StepName[]): T | undefined => {
    if (value === "unavailable") undone.push(...steps);
    return value === "unavailable" ? undefined : value;
  };
  const live = seen(sight.liveness, "liveness");
  const document = seen(sight.document, "ocr", "validate");
  const faces = seen(sight.faces, "face_match");
  const read = document && readDocument(document, hint);
  const judged = document && judgeDocument(document, { ...hint, nationalNumbers });
  const { profile } = send;
  const outputs = {
    liveness: live && {
      step: "liveness" as const,
      ...judgeLiveness(live, {
        hints: send.hints,
        challenge: challenge && { id: "sandbox", actions: challenge, colours },
        report: challenge && soundReport("sandbox", report),
      }),
      models: [],
    },
    ocr: read &&
      document && {
        step: "ocr" as const,
        ...read,
        evidence: [],
        quality: { sharpness: 1, glare: 0 },
        models: [],
        raw: document,
      },
    validate: judged && { step: "validate" as const, ...judged },
    face_match: faces && { step: "face_match" as const, ...compareFaces(faces.live, faces.document), models: [] },
    kya: profile && { step: "kya" as const, ...checkProfile(evidenceOf(profile, read?.fields)) },
  };
  const present = Object.fromEntries(Object.entries(outputs).filter(([, output]) => output));
  const asked = new Set<StepName>(["liveness", "ocr", "validate", "face_match", "scoring"]);
  if (profile) asked.add("kya");
  const scored = scoreVerification({ workflow, asked, outputs: present, undone, today });
  const failed = (judged?.checks ?? []).filter(({ status }) => status === "fail" || status === "warn");
  return { ...scored, failed: failed.map(({ name }) => name) };
}

function evidenceOf(
  profile: NonNullable<NonNullable<SeenScenario["send"]>["profile"]>,
  fields?: Record<string, unknown>,
) {
  const domain = profile.email === undefined ? undefined : emailDomain(profile.email);
  const told = domain === undefined ? undefined : MAGIC_DOMAINS[domain];
  const document = fields as { surname?: string; given_names?: string; issuing_country?: string; nationality?: string };
  return {
    profile,
    mailServer: told?.mailServer,
    disposable: told?.disposable,
    phone: profile.phone === undefined ? undefined : (PHONES[profile.phone] ?? { possible: false, valid: false }),
    ipCountry: profile.ip === undefined ? undefined : MAGIC_ADDRESSES[profile.ip],
    document: document && {
      surname: document.surname,
      givenNames: document.given_names,
      country: document.issuing_country,
      nationality: document.nationality,
    },
  };
}

/** Every code that a scored verification tells, in its reasons or its factors'. */
export function codesOf({ reasons, factors }: Pick<ScoredVerification, "reasons" | "factors">): Set<string> {
  return new Set([...reasons, ...factors.flatMap((factor) => factor.reasons)].map(({ code }) => code));
}
