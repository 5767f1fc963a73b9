import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";

/** An invoice to keep, as PDF and CSV; `at` is the invoice's own address. */
export function FileLinks({ at }: { at: string }) {
  return (
    <>
      {(["pdf", "csv"] as const).map((kind) => (
        <a key={kind} href={`${at}/${kind}`} className={buttonClass()}>
          <Download aria-hidden="true" className="size-4" /> {kind.toUpperCase()}
        </a>
      ))}
    </>
  );
}
