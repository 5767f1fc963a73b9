import { showPage } from "@/app/verify/show-page";

/** A link that was sent to a person. Opening it uses nothing up; the page's script exchanges it. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return showPage(request, (await params).token);
}
