import { mixHex } from "../colour";
import { seededRandom } from "../random";
import type { FontStyle } from "../text/font";
import { textPath } from "../text/text-path";
import { type Issuer, type LabelKey, labelText } from "./issuer";

/** How a document sets its fields: sizes in millimetres. */
export interface PrintStyle {
  readonly label: number;
  readonly value: number;
  readonly ink: string;
  readonly valueStyle?: FontStyle;
}

/** A captioned field: label on top, value below. Answers the SVG. */
export function field(
  issuer: Issuer,
  key: LabelKey,
  value: string,
  [x, y]: readonly [number, number],
  style: PrintStyle,
  maxWidth = 60,
): string {
  const label = textPath(labelText(issuer, key), x, y, {
    size: style.label,
    fill: style.ink,
    style: "sans-medium",
    maxWidth,
  });
  return (
    label +
    textPath(value, x, y + style.value * 1.12, {
      size: style.value,
      style: style.valueStyle ?? "sans-bold",
      fill: "#18171a",
      maxWidth,
    })
  );
}

/** SPECIMEN across the page, as issuers mark what must not be used. */
export function specimenMark(width: number, height: number, ink: string): string {
  const size = height * 0.2;
  const text = textPath("SPECIMEN", 0, 0, { size, style: "sans-bold", fill: ink, anchor: "middle", tracking: 0.16 });
  return `<g transform="translate(${width * 0.56} ${height * 0.56}) rotate(-24)" opacity=".12">${text}</g>`;
}

/** A line of print too small for a copier. */
export function microprint(text: string, x: number, y: number, width: number, ink: string): string {
  const size = 0.62;
  const unit = `${text} · `;
  const count = Math.ceil(width / (unit.length * size * 0.6));
  return textPath(unit.repeat(count), x, y, {
    size,
    style: "sans",
    fill: mixHex(ink, "#ffffff", 0.2),
    maxWidth: width,
  });
}

/** The holder's hand: the name in a script face under a flourish. */
export function signature(name: string, x: number, y: number, size: number): string {
  const random = seededRandom(name);
  const tilt = -4 - random.next() * 5;
  const w = name.length * size * 0.4;
  const flourish = `M${w * 0.05} ${size * 0.2}C${w * 0.4} ${size * (0.1 + random.next() * 0.3)} ${w * 0.7} ${-size * 0.1} ${w} ${size * 0.08}c${size * 0.4} ${size * 0.1} ${-size * 0.3} ${size * 0.35} ${-w * 0.3} ${size * 0.1}`;
  return `<g transform="translate(${x} ${y}) rotate(${tilt.toFixed(1)})">${textPath(name, 0, 0, { size, style: "script", fill: "#1f2a52" })}<path d="${flourish}" fill="none" stroke="#1f2a52" stroke-width="${size * 0.045}" stroke-linecap="round"/></g>`;
}

/** Contact plate of a chip card. */
export function chipPlate(x: number, y: number): string {
  return `<g><rect x="${x}" y="${y}" width="11.4" height="8.8" rx="1.6" fill="#d8b866" stroke="#8d7434" stroke-width=".15"/>
<path d="M${x} ${y + 2.9}h3.6v3h-3.6M${x + 11.4} ${y + 2.9}h-3.6v3h3.6M${x + 3.6} ${y}v2.9M${x + 7.8} ${y}v2.9M${x + 3.6} ${y + 8.8}v-2.9M${x + 7.8} ${y + 8.8}v-2.9M${x + 3.6} ${y + 4.4}h4.2" fill="none" stroke="#8d7434" stroke-width=".18"/></g>`;
}

/** The sign of a chip inside (ICAO Doc 9303 part 9): a circle between two bars. */
export function chipSign(x: number, y: number, ink: string): string {
  return `<g fill="${ink}"><path d="M${x} ${y}h9v1.9h-9zM${x} ${y + 3}h2.1a2.6 2.6 0 0 1 4.8 0h2.1v.9h-2.2a2.4 2.4 0 0 1 -4.6 0h-2.2z" fill-opacity=".9"/><path d="M${x} ${y + 4.8}h9v1.5h-9z"/></g>`;
}
