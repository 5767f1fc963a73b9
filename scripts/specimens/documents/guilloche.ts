import { mixHex } from "../colour";
import { type Random, seededRandom } from "../random";

const n = (v: number) => v.toFixed(2);

/** A band of interlaced waves across the page, the phase sliding from line to line. */
function waveBand(random: Random, width: number, middle: number, spread: number, lines: number): string {
  const [f1, f2] = [random.between(1.2, 3.2), random.between(4, 7)];
  const [p1, p2] = [random.between(0, 6), random.between(0, 6)];
  let d = "";
  for (let i = 0; i < lines; i++) {
    const t = i / (lines - 1) - 0.5;
    for (let x = -1; x <= width + 1; x += 1.1) {
      const u = (x / width) * 2 * Math.PI;
      const y =
        middle +
        spread *
          (t * (1 + 0.55 * Math.sin(u * f1 * 0.5 + p2)) +
            0.32 * Math.sin(u * f1 + p1 + t * 3) +
            0.1 * Math.sin(u * f2 + p2 - t * 5));
      d += `${x < -0.5 ? "M" : "L"}${n(x)} ${n(y)}`;
    }
  }
  return d;
}

/** Nested hypotrochoids: the rosette of bank-note printing. */
export function rosette(random: Random, cx: number, cy: number, radius: number): string {
  const petals = random.integer(7, 13);
  let d = "";
  for (let ring = 0; ring < 5; ring++) {
    const outer = radius * (1 - ring * 0.16);
    const depth = random.between(0.12, 0.3);
    const phase = random.between(0, 1);
    for (let i = 0; i <= 240; i++) {
      const a = (i / 240) * 2 * Math.PI;
      const r =
        outer * (1 - depth * (0.5 + 0.5 * Math.cos(petals * a + phase + ring)) * Math.cos(a * (petals - 4) * 2));
      d += `${i ? "L" : "M"}${n(cx + r * Math.cos(a))} ${n(cy + r * Math.sin(a))}`;
    }
    d += "Z";
  }
  return d;
}

/** Security background of a page: tinted paper, waves in two inks, a large rosette, microprint rules. */
export function background(
  seed: string,
  width: number,
  height: number,
  palette: readonly [string, string, string],
): string {
  const random = seededRandom(seed);
  const [ink, tint, second] = palette;
  const a = mixHex(tint, ink, 0.2);
  const b = mixHex(second, ink, 0.16);
  const bands = [0.12, 0.42, 0.72, 0.96].map((at, i) => {
    const d = waveBand(random, width, height * at, height * 0.3, 15);
    return `<path d="${d}" fill="none" stroke="${i % 2 ? b : a}" stroke-width=".13" opacity=".8"/>`;
  });
  const centre = random.between(0.55, 0.72) * width;
  return `<defs><linearGradient id="paper" x2="1" y2=".7"><stop stop-color="${mixHex(tint, "#ffffff", 0.55)}"/><stop offset=".5" stop-color="${mixHex(second, "#ffffff", 0.6)}"/><stop offset="1" stop-color="${mixHex(tint, "#ffffff", 0.4)}"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#paper)"/>${bands.join("")}
<path d="${rosette(random, centre, height * 0.42, height * 0.33)}" fill="none" stroke="${mixHex(a, ink, 0.15)}" stroke-width=".12" opacity=".75"/>`;
}

/** An abstract device of interlaced petals where a state would print its arms. */
export function emblem(seed: string, cx: number, cy: number, radius: number, ink: string): string {
  const random = seededRandom(`${seed} emblem`);
  const points = random.integer(5, 9);
  const star = Array.from({ length: points * 2 }, (_, i) => {
    const a = (i / (points * 2)) * 2 * Math.PI - Math.PI / 2;
    const r = radius * (i % 2 ? 0.42 : 0.78);
    return `${n(cx + r * Math.cos(a))} ${n(cy + r * Math.sin(a))}`;
  });
  return `<g fill="none" stroke="${ink}"><circle cx="${cx}" cy="${cy}" r="${radius}" stroke-width="${n(radius * 0.07)}"/>
<circle cx="${cx}" cy="${cy}" r="${n(radius * 0.87)}" stroke-width="${n(radius * 0.03)}"/>
<path d="M${star.join("L")}Z" stroke-width="${n(radius * 0.05)}" fill="${ink}" fill-opacity=".18" stroke-linejoin="round"/>
<path d="${rosette(random, cx, cy, radius * 0.4)}" stroke-width="${n(radius * 0.025)}"/></g>`;
}
