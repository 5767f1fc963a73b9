import { ArrowRight, BookOpen, Code2, LayoutDashboard, ScanFace, Settings2 } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { LogoMark } from "@/components/ui/logo";
import { env } from "@/server/env";

const DOORS = [
  {
    href: "/dashboard",
    icon: LayoutDashboard,
    title: "Dashboard",
    text: "Verifications with every point of their score explained, keys, webhooks, usage.",
  },
  {
    href: "/operator",
    icon: Settings2,
    title: "Operator",
    text: "Tenants, plans and quotas, the health of queue and models, the audit.",
  },
  { href: "/docs", icon: Code2, title: "API reference", text: "Read the endpoints and try them with your test key." },
  {
    href: "/openapi.json",
    icon: BookOpen,
    title: "OpenAPI 3.1",
    text: "The same description for your tools; a Postman collection lies beside it.",
  },
];

/** The configuration is read when the page is asked for, not when it is built. */
export const dynamic = "force-dynamic";

/** The front door: what this is, and where to go. */
export default function HomePage() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-4xl flex-col px-5 py-8 sm:px-8 sm:py-14">
      <p className="flex items-center gap-2.5 font-semibold text-lg">
        <span className="text-accent-text">
          <LogoMark size={26} />
        </span>
        veriFlow
      </p>
      <section className="mt-16 sm:mt-24">
        <h1 className="max-w-2xl text-balance font-semibold text-2xl sm:text-[2.5rem] sm:leading-[1.1] sm:tracking-[-0.03em]">
          Identity verification that runs on your own machines
        </h1>
        <p className="mt-4 max-w-xl text-lg text-muted">
          Document, face and liveness in about a minute, with the reasons for every decision. No picture leaves this
          server.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          {env().DEMO && (
            <a href="/demo" className={buttonClass({ variant: "primary", size: "lg" })}>
              <ScanFace className="size-5" aria-hidden="true" />
              Try the capture
            </a>
          )}
          <a href="/dashboard" className={buttonClass({ size: "lg" })}>
            Open the dashboard
          </a>
        </div>
      </section>
      <nav aria-label="Places" className="mt-16 grid border-line border-t sm:mt-24 sm:grid-cols-2">
        {DOORS.map(({ href, icon: Icon, title, text }) => (
          <a
            key={href}
            href={href}
            className="group flex gap-4 border-line border-b py-6 sm:odd:border-e sm:odd:pe-6 sm:even:ps-6"
          >
            <Icon className="mt-0.5 size-5 shrink-0 text-accent-text" aria-hidden="true" />
            <span>
              <span className="flex items-center gap-1.5 font-medium text-lg">
                {title}
                <ArrowRight
                  aria-hidden="true"
                  className="size-4 text-faint transition-transform duration-150 group-hover:translate-x-0.5 rtl:rotate-180"
                />
              </span>
              <span className="mt-1 block text-base text-muted">{text}</span>
            </span>
          </a>
        ))}
      </nav>
    </main>
  );
}
