import { MESSAGES } from "@/components/capture/messages";
import { LOCALE_COOKIE } from "@/server/api/capture/capture-cookie";
import { answering } from "@/server/api/capture/capture-verb";
import { chooseLocale } from "@/server/domain/capture/locales";

/** The words of one language; the choice is remembered. */
export function GET(request: Request): Promise<Response> {
  return answering(request, async () => {
    const locale = chooseLocale([new URL(request.url).searchParams.get("locale")]);
    const response = Response.json(MESSAGES[locale]);
    response.headers.set("set-cookie", `${LOCALE_COOKIE}=${locale}; Path=/verify; Max-Age=31536000; SameSite=Lax`);
    return response;
  });
}
