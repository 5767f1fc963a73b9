import type { Metadata } from "next";
import { SignatureForm } from "@/components/dashboard/keys/signature-form";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Signature debugger" };

export default function SignaturePage() {
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Why did my signature fail"
        description="Nothing you enter is kept, and no secret is asked for or shown."
      />
      <SignatureForm />
    </div>
  );
}
