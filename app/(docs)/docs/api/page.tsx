import type { Metadata } from "next";
import Link from "next/link";
import { ApiReference } from "@/components/docs/api-reference";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "API reference" };

/** The public API, read off the same declarations that answer it. */
export default function ApiReferencePage() {
  return (
    <main className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-10">
      <PageHeader
        title="API reference"
        description="Give a key of yours to try requests from this page; they are signed in your browser."
        actions={
          <>
            <Link className="text-accent-text text-sm underline" href="/openapi.json" prefetch={false}>
              OpenAPI 3.1
            </Link>
            <Link className="text-accent-text text-sm underline" href="/postman.json" prefetch={false}>
              Postman collection
            </Link>
          </>
        }
      />
      <ApiReference url="/openapi.json" />
    </main>
  );
}
