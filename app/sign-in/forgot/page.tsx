import type { Metadata } from "next";
import { AuthCard } from "@/components/people/auth-card";
import { ForgotForm } from "@/components/people/forgot-form";

export const metadata: Metadata = { title: "A new password" };

export default function ForgotPage() {
  return (
    <AuthCard
      title="A new password"
      description="We send a link to your e-mail address."
      below={
        <a href="/sign-in" className="underline underline-offset-2 hover:text-ink">
          Back to sign in
        </a>
      }
    >
      <ForgotForm />
    </AuthCard>
  );
}
