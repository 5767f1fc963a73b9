import type { MessageKey } from "@/components/capture/message-key";
import type { Problem } from "@/components/capture/problem";
import type { CaptureView } from "@/server/domain/capture/capture-view";
import type { CaptureLocale } from "@/server/domain/capture/locales";

/** What the server writes into the page, so that the first screen needs no request. */
export interface Bootstrap {
  /** The link's token, to be exchanged for the cookie; null where the cookie is there already. */
  readonly token: string | null;
  readonly view: CaptureView | null;
  readonly problem: Problem | null;
  readonly locale: CaptureLocale;
  readonly messages: Readonly<Record<MessageKey, string>>;
  readonly worker: string;
  /** Origins that may embed the page; events go to these and no others. */
  readonly embedders: readonly string[];
}

/** Reads the data block of the page. */
export function readBootstrap(document: Document): Bootstrap {
  return JSON.parse(document.getElementById("capture-data")?.textContent ?? "") as Bootstrap;
}
