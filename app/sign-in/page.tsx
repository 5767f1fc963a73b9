import type { Metadata } from "next";
import { AuthCard } from "@/components/people/auth-card";
import { SignInForm } from "@/components/people/sign-in-form";
import { oidcSettings } from "@/server/api/auth/oidc-provider";
import { ownPath } from "@/server/domain/people/own-path";
import { env } from "@/server/env";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

type Query = Promise<{ callbackUrl?: string; error?: string }>;

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const { callbackUrl, error } = await searchParams;
  return (
    <AuthCard
      title="Sign in"
      description="To the dashboard or the back office."
      below={
        <a href="/sign-in/forgot" className="underline underline-offset-2 hover:text-ink">
          Forgot your password?
        </a>
      }
    >
      <SignInForm next={ownPath(callbackUrl)} provider={oidcSettings(env())?.name} error={error} />
    </AuthCard>
  );
}
