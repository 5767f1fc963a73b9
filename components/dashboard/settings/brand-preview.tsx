import type { CSSProperties } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { accentOf } from "@/server/domain/capture/branding";

/** The top of the hosted page as it will look, with its one button. */
export function BrandPreview({ name, accent, logo }: { name: string; accent: string; logo: string | undefined }) {
  const { hue, chroma } = accentOf(accent);
  // The accent of app/tokens.css at this hue: the property itself, because it is computed at the root.
  const colours = { "--color-accent": `oklch(0.505 ${0.19 * chroma} ${hue})` } as CSSProperties;
  return (
    <figure className="flex flex-col gap-2">
      <div style={colours} className="rounded-sheet border border-line bg-canvas p-5">
        <div className="mb-6 flex h-8 items-center gap-2 font-semibold text-base">
          {logo ? <img src={logo} alt={name} className="max-h-8 max-w-32 object-contain" /> : name}
        </div>
        <p className="mb-1 font-semibold text-lg">Let us check that it is you</p>
        <p className="mb-5 text-muted">It takes a minute: your document, then your face.</p>
        <span className={buttonClass({ variant: "primary", size: "lg", wide: true })}>Continue</span>
      </div>
      <figcaption className="text-center text-muted text-xs">How the hosted page will look</figcaption>
    </figure>
  );
}
