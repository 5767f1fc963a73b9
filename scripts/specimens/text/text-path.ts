import { type FontStyle, glyphOf } from "./font";

export interface TextOptions {
  readonly style?: FontStyle;
  /** Height of one em, in the unit of the drawing (millimetres on documents). */
  readonly size: number;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  /** Extra advance per character, in ems. */
  readonly tracking?: number;
  /** Text longer than this is set narrower to fit. */
  readonly maxWidth?: number;
  readonly opacity?: number;
}

/** Width of the text in the unit of `size`. */
export function textWidth(text: string, { style = "sans", size, tracking = 0 }: TextOptions): number {
  return [...text].reduce((sum, c) => sum + (glyphOf(style, c).advance + tracking) * size, 0);
}

/** Text as one filled SVG path with its baseline at x, y, so that it looks the same where no font is installed. */
export function textPath(text: string, x: number, y: number, options: TextOptions): string {
  const { style = "sans", size, fill = "#1b1a1c", anchor = "start", tracking = 0, maxWidth = Infinity } = options;
  const width = textWidth(text, options);
  const squeeze = Math.min(1, maxWidth / (width || 1));
  let pen = anchor === "start" ? x : x - (anchor === "middle" ? 0.5 : 1) * width * squeeze;
  let d = "";
  for (const character of text) {
    const { advance, commands } = glyphOf(style, character);
    for (const { command, args } of commands) {
      d += command;
      for (let i = 0; i < args.length; i++) {
        const v = i % 2 ? y + args[i] * size : pen + args[i] * size * squeeze;
        d += `${i ? " " : ""}${v.toFixed(3)}`;
      }
    }
    pen += (advance + tracking) * size * squeeze;
  }
  return `<path d="${d}" fill="${fill}"${options.opacity === undefined ? "" : ` opacity="${options.opacity}"`}/>`;
}
