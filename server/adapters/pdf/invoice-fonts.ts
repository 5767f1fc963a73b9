import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as fontkit from "fontkit";

export type Weight = "regular" | "strong";
/** Inter's packages hold a file for each script: each character is set from the first that has it. */
const SCRIPTS = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"] as const;
const WEIGHTS = { regular: 400, strong: 600 } as const;

interface FontFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly font: fontkit.Font;
}
const opened = new Map<Weight, readonly FontFile[]>();

/** The files of a weight, in the order in which they are asked for a character. */
export function fontFiles(weight: Weight): readonly FontFile[] {
  const known = opened.get(weight);
  if (known) return known;
  const require = createRequire(join(process.cwd(), "package.json"));
  const files = SCRIPTS.map((script) => {
    const name = `inter-${script}-${WEIGHTS[weight]}-normal`;
    const bytes = readFileSync(require.resolve(`@fontsource/inter/files/${name}.woff`));
    return { name, bytes, font: fontkit.create(bytes) as fontkit.Font };
  });
  opened.set(weight, files);
  return files;
}

/** Text cut where its font file changes. A character that no file has is left out. */
export function runsOf(text: string, weight: Weight): { readonly font: string; readonly text: string }[] {
  const runs: { font: string; text: string }[] = [];
  for (const character of text.normalize("NFC")) {
    const code = character.codePointAt(0) as number;
    const file = fontFiles(weight).find(({ font }) => font.hasGlyphForCodePoint(code));
    if (!file) continue;
    const last = runs.at(-1);
    if (last?.font === file.name) last.text += character;
    else runs.push({ font: file.name, text: character });
  }
  return runs;
}
