import { CopyButton } from "@/components/ui/copy-button";

/** An id or a value in a line of text. */
export function Code({ children }: { children: string }) {
  return <code className="mono rounded-small border border-line bg-sunken px-1 py-0.5 text-[0.92em]">{children}</code>;
}

/** Several lines to read and copy. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <div className="relative rounded-card border border-line bg-sunken">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus (WCAG 2.1.1) */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-card p-4 pe-12">
        <pre className="mono text-ink text-sm">{code}</pre>
      </section>
      <div className="absolute end-1.5 top-1.5">
        <CopyButton text={code} />
      </div>
    </div>
  );
}
