import type { CaptureStep } from "@/server/domain/capture/steps";

/**
 * What the embedding page hears (public/embed.js). No personal data: the tenant asks its own server for the outcome.
 */
export type EmbedEvent =
  | { readonly type: "ready" }
  | { readonly type: "step"; readonly step: CaptureStep }
  | { readonly type: "completed"; readonly status: string }
  | { readonly type: "problem"; readonly problem: string }
  | { readonly type: "close" };

/** Tells the embedding page, and only one that the tenant has listed. */
export function tellEmbedder(event: EmbedEvent, sessionId: string | null, embedders: readonly string[]): void {
  if (window.parent === window) return;
  for (const origin of embedders) {
    window.parent.postMessage({ source: "veriflow", session_id: sessionId, ...event }, origin);
  }
}
