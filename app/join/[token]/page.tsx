import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { AuthCard } from "@/components/people/auth-card";
import { JoinForm } from "@/components/people/join-form";
import { roleName } from "@/components/people/role-name";
import { openCaller } from "@/server/api/trpc/open-caller";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

/** Opening the link changes nothing: mail scanners open links too. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const api = await openCaller();
  const found = await api.account.invitation({ token }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return undefined;
    throw error;
  });
  if (!found) {
    return (
      <AuthCard
        title="This invitation is over"
        description="It was used, taken back, or is older than seven days. Ask for a new one."
        below={
          <a href="/sign-in" className="underline underline-offset-2 hover:text-ink">
            Sign in
          </a>
        }
      />
    );
  }
  const operator = found.into === "the operators";
  return (
    <AuthCard title={`Join ${found.into}`} description={`${found.email}, as ${roleName(found.role).toLowerCase()}.`}>
      <JoinForm token={token} known={found.known} next={operator ? "/operator" : "/dashboard"} />
    </AuthCard>
  );
}
