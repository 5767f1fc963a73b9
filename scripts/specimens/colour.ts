/** Colours as linear-light triples, and the sRGB transfer function (IEC 61966-2-1) in both directions. */
export type Colour = readonly [r: number, g: number, b: number];

const toLinearTable = Float32Array.from({ length: 256 }, (_, byte) => {
  const v = byte / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

const toByteTable = Uint8Array.from({ length: 4097 }, (_, i) => {
  const v = i / 4096;
  return Math.round(255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055));
});

export const linearFromByte = (byte: number): number => toLinearTable[byte];

/** Linear 0…1 (clipped) to an sRGB byte. */
export const byteFromLinear = (value: number): number =>
  toByteTable[value <= 0 ? 0 : value >= 1 ? 4096 : Math.round(value * 4096)];

/** `#rrggbb` to linear light. */
export function parseColour(hex: string): Colour {
  const n = Number.parseInt(hex.slice(1), 16);
  return [toLinearTable[(n >> 16) & 255], toLinearTable[(n >> 8) & 255], toLinearTable[n & 255]];
}

function formatColour([r, g, b]: Colour): string {
  return `#${[r, g, b].map((v) => byteFromLinear(v).toString(16).padStart(2, "0")).join("")}`;
}

/** `amount` 0 gives `from`, 1 gives `to`, blended in linear light. */
export function mixColour(from: Colour, to: Colour, amount: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * amount,
    from[1] + (to[1] - from[1]) * amount,
    from[2] + (to[2] - from[2]) * amount,
  ];
}

/** Hex in, hex out: the same blend for SVG attributes. */
export const mixHex = (from: string, to: string, amount: number): string =>
  formatColour(mixColour(parseColour(from), parseColour(to), amount));
