import type { MessageKey } from "@/components/capture/message-key";
import ar from "@/components/capture/messages/ar.json";
import de from "@/components/capture/messages/de.json";
import en from "@/components/capture/messages/en.json";
import es from "@/components/capture/messages/es.json";
import fr from "@/components/capture/messages/fr.json";
import pt from "@/components/capture/messages/pt.json";
import type { CaptureLocale } from "@/server/domain/capture/locales";

/** The words of the hosted page by language; a page is sent one of them. */
export const MESSAGES: Record<CaptureLocale, Readonly<Record<MessageKey, string>>> = { en, ar, de, es, fr, pt };
