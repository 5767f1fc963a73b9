import { useCallback, useEffect, useMemo, useState } from "react";
import type { Bootstrap } from "@/components/capture/bootstrap";
import type { CaptureContext } from "@/components/capture/capture-context";
import { formatMessage } from "@/components/capture/format-message";
import type { SessionClient } from "@/components/capture/session-client";
import { type CaptureLocale, directionOf } from "@/server/domain/capture/locales";

type Language = Pick<CaptureContext, "locale" | "setLocale" | "t">;

/** The words in the person's language; another language is fetched when it is chosen, and remembered in a cookie. */
export function useLanguage(bootstrap: Bootstrap, client: SessionClient, tenant: string): Language {
  const [now, setNow] = useState({ locale: bootstrap.locale, messages: bootstrap.messages });
  useEffect(() => {
    document.documentElement.lang = now.locale;
    document.documentElement.dir = directionOf(now.locale);
    document.title = now.messages["consent.title"];
  }, [now]);
  const setLocale = useCallback(
    (locale: CaptureLocale) => {
      client.messages(locale).then(
        (messages) => setNow({ locale, messages }),
        () => undefined,
      );
    },
    [client],
  );
  return useMemo(
    () => ({
      locale: now.locale,
      setLocale,
      t: (key, values) => formatMessage(now.messages[key] ?? key, { tenant, ...values }),
    }),
    [now, setLocale, tenant],
  );
}
