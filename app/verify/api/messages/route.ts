import { MESSAGES } from "@/components/capture/messages";
import { localeCookie } from "@/server/api/capture/capture-cookie";
import { answering } from "@/server/api/capture/capture-verb";
import { isSecure } from "@/server/api/capture/public-origin";
import { chooseLocale } from "@/server/domain/capture/locales";

/** The words of one language; the choice is remembered. */
export function GET(request: Request): Promise<Response> {
  return answering(request, async () => {
    const locale = chooseLocale([new URL(request.url).searchParams.get("locale")]);
    const response = Response.json(MESSAGES[locale]);
    response.headers.set("set-cookie", localeCookie(locale, isSecure(request)));
    return response;
  });
}
