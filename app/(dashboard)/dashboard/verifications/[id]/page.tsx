import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseView } from "@/components/dashboard/case/case-view";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Verification" };

export default async function VerificationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const api = await caller();
  const found = await api.verifications.read({ id }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  return <CaseView {...found} />;
}
