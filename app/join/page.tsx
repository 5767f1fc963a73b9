import type { Metadata } from "next";
import { AuthCard } from "@/components/people/auth-card";

export const metadata: Metadata = { title: "No account" };

/** Somebody signed in who belongs to no tenant any more. */
export default function NoAccountPage() {
  return (
    <AuthCard
      title="You belong to no account"
      description="You were taken out of it, or never joined one. Ask one of its owners for an invitation."
    />
  );
}
