import type { Metadata } from "next";
import { SignInForm } from "@/components/people/sign-in-form";
import { Card, CardBody } from "@/components/ui/card";
import { LogoMark } from "@/components/ui/logo";

export const metadata: Metadata = { title: "Sign in" };

/** Only paths of our own are followed after sign-in. */
function ownPath(value: string | undefined): string {
  if (!value) return "/dashboard";
  const path = value.replace(/^https?:\/\/[^/]+/, "");
  return path.startsWith("/") && !path.startsWith("//") ? path : "/dashboard";
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string }> }) {
  const { callbackUrl } = await searchParams;
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center justify-center gap-2 font-semibold text-lg">
          <LogoMark size={24} /> veriFlow
        </div>
        <Card>
          <CardBody className="p-6">
            <h1 className="font-semibold text-xl">Sign in</h1>
            <p className="mt-1 mb-5 text-base text-muted">To the dashboard or the back office.</p>
            <SignInForm next={ownPath(callbackUrl)} />
          </CardBody>
        </Card>
      </div>
    </main>
  );
}
