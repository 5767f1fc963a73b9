import type { Image, Point } from "@/server/vision/types";
import { smoothstep } from "../face/curve";

/** A patch of reflected lamp or window: centre and radii as shares of the picture's width, strength 0…1. */
export interface Glare {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Radians. */
  readonly turn: number;
  readonly strength: number;
}

/** Uneven light over the whole picture: darker towards one side, warm or cool. */
export interface Unevenness {
  /** Radians: the direction that is darkest. */
  readonly direction: number;
  /** 0…1. */
  readonly depth: number;
  /** Factors of red and blue. */
  readonly warmth: readonly [red: number, blue: number];
  readonly gain: number;
}

/** Writes uneven light into the picture. */
export function lightUnevenly({ width, height, data }: Image, { direction, depth, warmth, gain }: Unevenness): void {
  const dx = Math.cos(direction) / width;
  const dy = Math.sin(direction) / height;
  const gains = [gain * warmth[0], gain, gain * warmth[1]];
  const out = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  for (let y = 0, i = 0; y < height; y++) {
    let level = 1 - depth * (0.5 + (-width / 2) * dx + (y - height / 2) * dy);
    for (let x = 0; x < width; x++, i += 3) {
      out[i] *= level * gains[0];
      out[i + 1] *= level * gains[1];
      out[i + 2] *= level * gains[2];
      level -= depth * dx;
    }
  }
}

/** Burns glare into the picture. */
export function addGlare({ width, height, data }: Image, glare: Glare): void {
  const cx = glare.x * width;
  const cy = glare.y * height;
  const reach = Math.max(glare.rx, glare.ry) * width * 1.6;
  const [cos, sin] = [Math.cos(glare.turn), Math.sin(glare.turn)];
  for (let y = Math.max(0, Math.floor(cy - reach)); y < Math.min(height, cy + reach); y++) {
    for (let x = Math.max(0, Math.floor(cx - reach)); x < Math.min(width, cx + reach); x++) {
      const u = ((x - cx) * cos + (y - cy) * sin) / (glare.rx * width);
      const v = ((y - cy) * cos - (x - cx) * sin) / (glare.ry * width);
      const add = glare.strength * 300 * Math.exp(-(u * u + v * v) * 1.1);
      if (add < 1) continue;
      const i = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) data[i + c] = Math.min(255, data[i + c] + add);
    }
  }
}

/** The soft shadow of a hand or phone: everything on one side of a line through `at` darkens over `soft` pixels. */
export function castShadow(
  { width, height, data }: Image,
  at: Point,
  angle: number,
  soft: number,
  depth: number,
): void {
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const d = (x - at.x) * nx + (y - at.y) * ny;
      if (d <= 0) continue;
      const level = 1 - depth * smoothstep(0, soft, d);
      for (let c = 0; c < 3; c++) data[i + c] *= level;
    }
  }
}

/**
 * The contact shadow round a document of corners `quad`, fading over `spread` pixels; what the document covers is left
 * alone.
 */
export function contactShadow(image: Image, quad: readonly Point[], spread: number, depth: number): void {
  const { width, height, data } = image;
  const n = quad.length;
  const top = Math.max(0, Math.floor(Math.min(...quad.map((p) => p.y)) - spread));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(...quad.map((p) => p.y)) + spread * 1.6));
  const edges = quad.map((p, i) => {
    const q = quad[(i + 1) % n];
    const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
    return { x: p.x, y: p.y + spread * 0.3, nx: (q.y - p.y) / length, ny: -(q.x - p.x) / length };
  });
  const left = Math.max(0, Math.floor(Math.min(...quad.map((p) => p.x)) - spread * 1.3));
  const right = Math.min(width, Math.ceil(Math.max(...quad.map((p) => p.x)) + spread * 1.3));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x < right; x++) {
      let outside = -Infinity;
      for (const e of edges) outside = Math.max(outside, (x - e.x) * e.nx + (y - e.y) * e.ny);
      if (outside > spread || outside < -spread) continue;
      const level = 1 - depth * (1 - smoothstep(-spread * 0.2, spread, outside));
      const i = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) data[i + c] *= level;
    }
  }
}
