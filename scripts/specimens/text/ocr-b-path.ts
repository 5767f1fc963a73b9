import { ocrbCell, ocrbStrokes } from "./ocr-b";

/**
 * One line of machine-readable zone as stroked SVG paths, in millimetres: the baseline starts at x, y; characters are
 * 2.54 mm apart. Throws for a character that OCR-B's zone alphabet lacks.
 */
export function ocrbLine(text: string, x: number, y: number, ink = "#161414"): string {
  const k = ocrbCell.pitch_mm / ocrbCell.advance;
  const glyphs = [...text].map((character, i) => {
    const strokes = ocrbStrokes[character];
    if (!strokes) throw new Error(`OCR-B has no "${character}": the zone holds A to Z, 0 to 9 and <`);
    return `<path transform="translate(${i * ocrbCell.advance})" d="${strokes}"/>`;
  });
  return `<g transform="translate(${x} ${y}) scale(${k})" fill="none" stroke="${ink}" stroke-width="${ocrbCell.stroke}" stroke-linecap="round" stroke-linejoin="round">${glyphs.join("")}</g>`;
}

/** Lines of a zone, first baseline at y, 6.35 mm (four to the inch) apart. */
export function ocrbZone(lines: readonly string[], x: number, y: number, spacing_mm = 6.35): string {
  return lines.map((line, i) => ocrbLine(line, x, y + i * spacing_mm)).join("");
}
