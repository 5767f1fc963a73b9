import type { Scenario } from "@/server/domain/sandbox/scenario";
import { soundPassport } from "@/server/domain/sandbox/sound-passport";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

function seen(title: string, signal: string, strength: number, decision: "accepted" | "review"): Scenario {
  const forgery = [{ id: signal, image: "front" as const, strength }];
  const see = (today: string) => soundSight(today, { document: soundPassport(today, { side: { forgery } }) });
  return { kind: "seen", title, see, expect: { decision, reasons: [signal] } };
}

/** Signs of forgery on an otherwise sound passport. */
export const forgeries: Readonly<Record<string, Scenario>> = {
  recapture_screen: seen("A document photographed from a screen", "recapture_screen", 0.95, "review"),
  recapture_print: seen("A document photographed from a print", "recapture_print", 0.95, "review"),
  pasted_portrait: seen("A pasted portrait", "pasted_portrait", 0.95, "review"),
  overwritten_field: seen("An overwritten field", "overwritten_field", 0.95, "review"),
  seen_before: seen("A document that was presented under another name", "seen_before", 0.95, "review"),
  uneven_zone: seen("Uneven print of the zone", "uneven_zone", 0.7, "review"),
  double_compression: seen("A picture that was saved twice", "double_compression", 0.8, "accepted"),
  black_and_white_copy: seen("A copy without colour", "black_and_white_copy", 0.8, "review"),
  edited_metadata: seen("Editing software named in the file", "edited_metadata", 0.8, "review"),
};
