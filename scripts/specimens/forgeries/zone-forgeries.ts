import type { Page } from "../documents/papers";
import { textPath } from "../text/text-path";

/**
 * Where a passport's zone stands (Doc 9303-4): left end and baseline of its second line, and the pitch, millimetres.
 */
const LEFT = 6;
const BASELINE = 79.85;
const PITCH = 2.54;

/** One character of a passport's second zone line painted over and set again in another fount, a little low. */
export function resetZoneCharacter(page: Page, column: number, character: string, paper = "#f4f7f5"): Page {
  const x = LEFT + PITCH * column;
  const cover = `<rect x="${x + 0.15}" y="${BASELINE - 2.7}" width="${PITCH - 0.2}" height="3" fill="${paper}"/>`;
  const print = textPath(character, x + 0.5, BASELINE + 0.28, { size: 3.2, style: "sans-bold", fill: "#17151a" });
  return { ...page, body: page.body + cover + print };
}
