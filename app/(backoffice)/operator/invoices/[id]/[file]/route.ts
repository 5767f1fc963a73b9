import { caller } from "@/server/api/trpc/caller";
import { invoiceFile } from "@/server/api/trpc/invoice-file";

/** Any tenant's invoice as `pdf` or `csv`, for the operator. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const { id, file } = await params;
  const api = await caller();
  return invoiceFile(file, () => api.operatorBilling.invoice({ id }));
}
