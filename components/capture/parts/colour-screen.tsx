import type { LivenessColour } from "@/server/contract/liveness-challenge";

/** As bright as the screen can, so that the face is lit. */
const FILL: Readonly<Record<LivenessColour, string>> = {
  red: "bg-[#f00]",
  green: "bg-[#0f0]",
  blue: "bg-[#00f]",
  white: "bg-white",
};

/**
 * The whole screen in one colour, about one a second: far from what may harm (WCAG 2.2, 2.3.1). Whoever prefers less
 * motion, or asked for none, never gets here.
 */
export function ColourScreen({ colour, text }: { colour: LivenessColour; text: string }) {
  return (
    <div data-colour={colour} className={`fixed inset-0 z-50 flex items-center justify-center p-8 ${FILL[colour]}`}>
      <p className="rounded-card bg-[#fff] px-6 py-4 text-center font-medium text-lg text-[#111]" aria-live="polite">
        {text}
      </p>
    </div>
  );
}
