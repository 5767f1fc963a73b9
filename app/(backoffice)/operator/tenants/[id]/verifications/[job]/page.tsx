import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseView } from "@/components/dashboard/case/case-view";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Verification of a tenant" };

/** A tenant's verification as its own members see it before they ask: masked, and without its pictures. */
export default async function LookAtOnePage({ params }: { params: Promise<{ id: string; job: string }> }) {
  const { id: tenantId, job } = await params;
  const api = await caller();
  for (const environment of ["test", "live"] as const) {
    const found = await api.operatorAccess.verification({ tenantId, environment, id: job }).catch((error: unknown) => {
      if (error instanceof TRPCError && error.code === "NOT_FOUND") return undefined;
      throw error;
    });
    if (found) return <CaseView {...found} mayReveal={false} mayDecide={false} />;
  }
  notFound();
}
