import type { Decision } from "@/server/contract/enums";
import type { EventType } from "@/server/contract/events";
import type { Profile } from "@/server/contract/fields";
import type { CaptureReport, LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import type { LivenessEvidence } from "@/server/domain/liveness/evidence";

/**
 * What the models would have reported; `unavailable` is a model that does not answer. Everything after it is the real
 * pipeline.
 */
export interface Sight {
  readonly liveness: LivenessEvidence | "unavailable";
  readonly document: DocumentEvidence | "unavailable";
  readonly faces: { readonly live: FaceEvidence; readonly document: FaceEvidence } | "unavailable";
}

/** What a verification must come to. */
export interface Expected {
  readonly decision: Decision | null;
  /** Codes that must be among its reasons, or its factors' reasons. */
  readonly reasons: readonly string[];
}

/** What the caller sends beside the pictures for a scenario to play out as it says. */
export interface Sent {
  readonly profile?: Profile;
  readonly hints?: { readonly pose?: boolean; readonly blink?: boolean };
  /** What the person or the caller says that the document is; `passport` where left out. */
  readonly documentType?: "passport" | "id_card" | "driver_license";
  /** ISO alpha-3 of the country that the caller expects. */
  readonly country?: string;
}

/** One capture of the sandbox, declared: a folder of these is the sandbox's whole repertoire, and its documentation. */
export interface SeenScenario {
  readonly kind: "seen";
  readonly title: string;
  readonly see: (today: string) => Sight;
  /** Motions that the hosted page is taken to have asked for, in order; none where left out. */
  readonly challenge?: readonly LivenessAction[];
  /** Colours that it is taken to have shown after them. */
  readonly colours?: readonly LivenessColour[];
  /** What the page is taken to have told of the capture, beside what every sound one tells. */
  readonly report?: CaptureReport;
  readonly send?: Sent;
  readonly expect: Expected;
}

/** A session that ends otherwise than by a capture, or a reviewer's word on one that waits for it. */
export interface EndingScenario {
  readonly kind: "ending";
  readonly title: string;
  readonly ending: "expire" | "cancel" | "fail" | "approve" | "refuse";
  readonly events: readonly EventType[];
  readonly expect: Expected;
}

export type Scenario = SeenScenario | EndingScenario;
