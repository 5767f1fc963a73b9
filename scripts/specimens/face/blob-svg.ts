/** Fall-off of a Gaussian to zero at the rim. */
const stops = [
  [0, 1],
  [0.22, 0.9],
  [0.42, 0.62],
  [0.62, 0.29],
  [0.82, 0.08],
  [1, 0],
] as const;

/**
 * A soft spot of colour: an ellipse that fades out over `soft` beyond its rim. A gradient, because blurs cost seconds.
 */
export function blob(
  [cx, cy]: readonly [number, number],
  [rx, ry]: readonly [number, number],
  colour: string,
  opacity: number,
  soft: number,
): string {
  const n = (v: number) => v.toFixed(4);
  const id = `b${[cx, cy, rx, ry, opacity]
    .map((v) =>
      Math.round(v * 1e4)
        .toString(36)
        .replace("-", "_"),
    )
    .join("")}${colour.slice(1)}`;
  const fade = stops.map(
    ([o, a]) => `<stop offset="${o}" stop-color="${colour}" stop-opacity="${(a * opacity).toFixed(3)}"/>`,
  );
  return `<radialGradient id="${id}">${fade.join("")}</radialGradient><ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx + soft)}" ry="${n(ry + soft)}" fill="url(#${id})"/>`;
}
