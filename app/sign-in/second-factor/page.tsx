import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/people/auth-card";
import { SecondFactorForm } from "@/components/people/second-factor-form";
import { currentVisitor } from "@/server/api/auth/current-visitor";
import { ownPath } from "@/server/domain/people/own-path";

export const metadata: Metadata = { title: "Second factor" };

export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string }> }) {
  const next = ownPath((await searchParams).callbackUrl);
  const visitor = await currentVisitor();
  if (!visitor) redirect("/sign-in");
  if (visitor.stage !== "second_factor") redirect(next);
  return (
    <AuthCard title="Confirm that it is you" description={visitor.person.email}>
      <SecondFactorForm next={next} />
    </AuthCard>
  );
}
