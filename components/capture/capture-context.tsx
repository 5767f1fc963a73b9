import { createContext, useContext } from "react";
import type { MessageKey } from "@/components/capture/message-key";
import type { SessionClient } from "@/components/capture/session-client";
import type { VisionClient } from "@/components/capture/vision/vision-client";
import type { CaptureBrand } from "@/server/domain/capture/capture-view";
import type { CaptureLocale } from "@/server/domain/capture/locales";

/** What every screen needs: words, the tenant, the server, the eyes. */
export interface CaptureContext {
  readonly locale: CaptureLocale;
  readonly setLocale: (locale: CaptureLocale) => void;
  /** A text in the person's language; `{tenant}` is filled in by itself. */
  readonly t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly brand: CaptureBrand;
  readonly client: SessionClient;
  readonly vision: VisionClient;
  readonly test: boolean;
}

export const CaptureContext = createContext<CaptureContext | null>(null);

export function useCapture(): CaptureContext {
  const context = useContext(CaptureContext);
  if (!context) throw new Error("useCapture needs the capture app above it");
  return context;
}
