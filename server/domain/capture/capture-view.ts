import type { Decision, DocumentType, SessionStatus, StepStatus } from "@/server/contract/enums";
import type { LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";
import type { CaptureLocale } from "@/server/domain/capture/locales";
import type { CaptureStep } from "@/server/domain/capture/steps";

/**
 * What the hosted page knows of its session: enough to draw the next screen, nothing that was read from the pictures.
 */
export interface CaptureView {
  readonly session_id: string;
  readonly environment: "test" | "live";
  readonly status: SessionStatus;
  readonly step: CaptureStep;
  readonly brand: CaptureBrand;
  readonly document_types: readonly DocumentType[];
  /** The country that the tenant named, ISO 3166 alpha-3. */
  readonly country: string | null;
  readonly document: {
    readonly type: DocumentType;
    readonly country: string | null;
    readonly has_back: boolean;
  } | null;
  readonly needs: { readonly document: boolean; readonly face: boolean };
  readonly tries_left: { readonly front: number; readonly back: number; readonly face: number };
  readonly decision: Decision | null;
  readonly return_url: string | null;
  /** The language that the tenant named. */
  readonly locale: string | null;
  readonly expires_at: string;
  /** Steps of the verification once it runs, for honest progress. */
  readonly progress: readonly { readonly name: string; readonly status: StepStatus }[];
  /** This device handed the session over, and watches. */
  readonly follower?: boolean;
}

export interface CaptureBrand {
  readonly name: string;
  readonly logo_url: string | null;
  readonly support_email: string | null;
  /** Languages on offer. */
  readonly languages: readonly CaptureLocale[];
  /** OKLCH hue and chroma factor of the accent (app/tokens.css). */
  readonly hue: number | null;
  readonly chroma: number | null;
}

/** A drawn challenge as the page gets it. */
export interface ChallengeView {
  readonly id: string;
  readonly actions: readonly LivenessAction[];
  /** Shown after the motions, each for `colour_ms`. */
  readonly colours: readonly LivenessColour[];
  readonly colour_ms: number;
  readonly expires_at: string;
}
