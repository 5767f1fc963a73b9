import { createRequire } from "node:module";
import { join } from "node:path";
import * as fontkit from "fontkit";

export type FontStyle = "sans" | "sans-medium" | "sans-bold" | "serif" | "serif-bold" | "script";

/** Packages hold one file per script: the first file that has the glyph draws it. */
const files: Readonly<Record<FontStyle, readonly string[]>> = {
  sans: interFiles(400),
  "sans-medium": interFiles(500),
  "sans-bold": interFiles(700),
  serif: serifFiles(400),
  "serif-bold": serifFiles(700),
  script: [
    "caveat/files/caveat-latin-500-normal.woff2",
    "caveat/files/caveat-latin-ext-500-normal.woff2",
    "caveat/files/caveat-cyrillic-500-normal.woff2",
  ],
};

function interFiles(weight: number): readonly string[] {
  return ["latin", "latin-ext", "greek", "cyrillic"].map((s) => `inter/files/inter-${s}-${weight}-normal.woff2`);
}

function serifFiles(weight: number): readonly string[] {
  return ["latin", "latin-ext", "greek", "cyrillic"].map(
    (s) => `source-serif-4/files/source-serif-4-${s}-${weight}-normal.woff2`,
  );
}

/** A glyph in units of one em, y downwards. */
export interface Glyph {
  readonly advance: number;
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
}

const opened = new Map<string, fontkit.Font>();
const glyphs = new Map<string, Glyph>();

function open(file: string): fontkit.Font {
  const known = opened.get(file);
  if (known) return known;
  const require = createRequire(join(process.cwd(), "package.json"));
  const font = fontkit.openSync(require.resolve(`@fontsource/${file}`)) as fontkit.Font;
  opened.set(file, font);
  return font;
}

const letters = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" } as const;

/** The glyph of one character; throws where no file of the style has it, since silent boxes would spoil a specimen. */
export function glyphOf(style: FontStyle, character: string): Glyph {
  const key = `${style} ${character}`;
  const known = glyphs.get(key);
  if (known) return known;
  const code = character.codePointAt(0)!;
  const font = files[style].map(open).find((f) => f.hasGlyphForCodePoint(code));
  if (!font) throw new Error(`no ${style} font has the character "${character}"`);
  const { path, advanceWidth } = font.glyphForCodePoint(code);
  const em = font.unitsPerEm;
  const made: Glyph = {
    advance: advanceWidth / em,
    commands: path.commands.map(({ command, args }) => ({
      command: letters[command as keyof typeof letters],
      args: args.map((v, i) => (i % 2 ? -v : v) / em),
    })),
  };
  glyphs.set(key, made);
  return made;
}
