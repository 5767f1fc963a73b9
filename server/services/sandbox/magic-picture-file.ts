import { magicPicture } from "@/server/domain/sandbox/magic-picture";
import { findScenario } from "@/server/domain/sandbox/scenarios";

/** The bytes of `<scenario>.png`; undefined for a name that is none. */
export function magicPictureFile(name: string): Uint8Array | undefined {
  const id = /^([a-z0-9_]+)\.png$/.exec(name)?.[1];
  return id !== undefined && findScenario(id)?.kind === "seen" ? magicPicture(id) : undefined;
}
