import { showPage } from "@/app/verify/show-page";

/** The session that this browser has open. */
export function GET(request: Request): Promise<Response> {
  return showPage(request, null);
}
