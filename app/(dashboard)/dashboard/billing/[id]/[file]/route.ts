import { caller } from "@/server/api/trpc/caller";
import { invoiceFile } from "@/server/api/trpc/invoice-file";

/** An invoice of the member's tenant as `pdf` or `csv`. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const { id, file } = await params;
  const api = await caller();
  return invoiceFile(file, () => api.billing.invoice({ id }));
}
