import { Alert } from "@/components/ui/alert";
import { CopyButton } from "@/components/ui/copy-button";

/** A secret that is shown now and never again. */
export function SecretOnce({ items }: { items: readonly { name: string; value: string }[] }) {
  return (
    <div className="flex flex-col gap-4">
      <Alert tone="caution" title="Copy it now. It is not shown again." live />
      {items.map(({ name, value }) => (
        <div key={name}>
          <p className="mb-1 text-muted text-sm">{name}</p>
          <div className="flex items-center gap-2 rounded-control border border-line bg-sunken py-1 ps-3 pe-1">
            <code className="mono min-w-0 flex-1 break-all text-sm">{value}</code>
            <CopyButton text={value} label={`Copy ${name.toLowerCase()}`} />
          </div>
        </div>
      ))}
    </div>
  );
}
