import type { Metadata } from "next";
import { AuthCard } from "@/components/people/auth-card";
import { NewPasswordForm } from "@/components/people/new-password-form";

export const metadata: Metadata = { title: "A new password", referrer: "no-referrer" };

/** Opening the link changes nothing: mail scanners open links too. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  return (
    <AuthCard title="Choose a new password">
      <NewPasswordForm token={(await params).token} />
    </AuthCard>
  );
}
