import { readFile } from "node:fs/promises";
import path from "node:path";
import { MESSAGES } from "@/components/capture/messages";
import { pagePolicy } from "@/components/capture/page-policy";
import { type PageAssets, renderPage } from "@/components/capture/render-page";
import { openPage } from "@/server/api/capture/open-page";
import { env } from "@/server/env";

/** The hosted page for a link (`token`) or for the session of the cookie. */
export async function showPage(request: Request, token: string | null): Promise<Response> {
  const { status, ...page } = await openPage(request, token);
  const assets = await readAssets();
  const html = renderPage({ ...page, messages: MESSAGES[page.locale], worker: workerOf(assets) }, assets);
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": pagePolicy(page.embedders),
      "permissions-policy": "camera=(self), microphone=(), geolocation=()",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
}

type Assets = PageAssets & { readonly worker: string; readonly landmarker: string | null };

/**
 * The worker with MediaPipe's landmarker where it is wanted and was installed when the page was built; else our own
 * models.
 */
function workerOf({ worker, landmarker }: Assets): string {
  return env().CAPTURE_TRACKER === "mediapipe" && landmarker !== null ? landmarker : worker;
}

async function readAssets(): Promise<Assets> {
  const file = path.join(process.cwd(), "public", "capture", "assets.json");
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new Error("The hosted page is not built: run `npm run capture`.", { cause });
  }
}
