import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/people/auth-card";
import { EnrolAndGoOn } from "@/components/people/enrol-and-go-on";
import { currentVisitor } from "@/server/api/auth/current-visitor";
import { ownPath } from "@/server/domain/people/own-path";

export const metadata: Metadata = { title: "Set up a second factor" };

/**
 * Whose tenant, or whose role, demands a second factor sets it up here. Once it is, the page still shows the recovery
 * codes.
 */
export default async function EnrolPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string }> }) {
  const next = ownPath((await searchParams).callbackUrl);
  const visitor = await currentVisitor();
  if (!visitor) redirect("/sign-in");
  if (visitor.stage === "second_factor") redirect(`/sign-in/second-factor?callbackUrl=${encodeURIComponent(next)}`);
  return (
    <AuthCard
      title="Set up a second factor"
      description="Your account asks for a code besides the password. An authenticator app on your phone makes it."
    >
      <EnrolAndGoOn next={next} />
    </AuthCard>
  );
}
