import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { DemoPictures } from "@/scripts/demo/demo-pictures";
import { drawPerson } from "@/scripts/demo/draw-person";

const USAGE = `Usage: npm run demo
       npm run demo -- --document FILE --selfie FILE [--back FILE] [--name "FULL NAME"]

Without files the demo draws a person with a passport. Files are JPEG, PNG or WebP of at most 10 MB; they are sent to your
own server only.`;

/**
 * The person's own pictures where files were named, else drawn ones. Throws with the usage where the call cannot be
 * read.
 */
export async function demoPictures(argv: readonly string[]): Promise<DemoPictures> {
  const { document, selfie, back, name, help } = readOptions(argv);
  if (help) throw new Error(USAGE);
  if (!document && !selfie && !back) return drawPerson();
  if (!document || !selfie) throw new Error(`--document and --selfie go together.\n\n${USAGE}`);
  return {
    front: readPicture(document),
    selfie: readPicture(selfie),
    back: back ? readPicture(back) : undefined,
    fullName: name,
    about: `your pictures: ${document}, ${selfie}${back ? `, ${back}` : ""}`,
  };
}

function readOptions(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const options = { document: text, selfie: text, back: text, name: text, help: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function readPicture(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Error(`The file ${file} cannot be read.`);
  }
}
