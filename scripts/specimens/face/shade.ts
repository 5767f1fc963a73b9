import type { Image } from "@/server/vision/types";
import { byteFromLinear, parseColour } from "../colour";
import { type Backdrop, backdropColour } from "./backdrop";
import { clamp, smoothstep } from "./curve";
import type { FaceTexture } from "./face-texture";
import { G_STRIDE, type GBuffer, INSIDE } from "./g-buffer";
import { type Mesh, materials } from "./mesh";
import type { Face, Lighting } from "./person";
import { shadowMap } from "./shadow";
import { bodyLook, earLook, hairLook, type Look, type Surface, skinLook } from "./surface";

export interface Scene {
  readonly buffer: GBuffer;
  readonly meshes: readonly Mesh[];
  readonly covers: (y: number, angle: number) => boolean;
  readonly face: Face;
  readonly texture: FaceTexture;
  readonly light: Lighting;
  readonly backdrop: Backdrop;
  readonly supersample: number;
}

type Vector = readonly [number, number, number];
type Shader = (pixel: number, out: Float32Array) => void;

/** Cameras render skin paler than paint boxes mix it. */
const SATURATION = 0.87;

/**
 * Lights the picture in linear light. Every sample is shaded at the edges and in hair, one sample elsewhere; the
 * samples of a pixel are averaged to one sRGB pixel.
 */
export function shadeScene(scene: Scene): Image {
  const { buffer, supersample: s } = scene;
  const [width, height] = [buffer.width / s, buffer.height / s];
  const data = new Uint8Array(width * height * 3);
  const shadePixel = pixelShader(scene);
  const { material } = buffer;
  const out = new Float32Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const first = y * s * buffer.width + x * s;
      const m = material[first];
      const plain =
        m - 1 !== materials.hair &&
        m < INSIDE &&
        m === material[first + s - 1] &&
        m === material[first + (s - 1) * (buffer.width + 1)];
      const count = plain ? 1 : s * s;
      let [r, g, b] = [0, 0, 0];
      for (let k = 0; k < count; k++) {
        shadePixel(first + Math.floor(k / s) * buffer.width + (k % s), out);
        r += Math.min(out[0], 1.2);
        g += Math.min(out[1], 1.2);
        b += Math.min(out[2], 1.2);
      }
      const i = (y * width + x) * 3;
      const grey = (0.2126 * r + 0.7152 * g + 0.0722 * b) * (1 - SATURATION);
      data[i] = byteFromLinear((grey + SATURATION * r) / count);
      data[i + 1] = byteFromLinear((grey + SATURATION * g) / count);
      data[i + 2] = byteFromLinear((grey + SATURATION * b) / count);
    }
  }
  return { width, height, data };
}

function pixelShader({ buffer, meshes, covers, face, texture, light, backdrop }: Scene): Shader {
  const key: Vector = [
    Math.cos(light.elevation) * Math.sin(light.azimuth),
    -Math.sin(light.elevation),
    Math.cos(light.elevation) * Math.cos(light.azimuth),
  ];
  const shadow = shadowMap(meshes, key, covers);
  const looks: readonly Look[] = [skinLook(face, texture), earLook(face), bodyLook(face), hairLook(face)];
  const background = backdropColour(backdrop, light, buffer.width, buffer.height);
  const { material, data, width } = buffer;
  const illuminate = lighting(light, key);
  const surface: Surface = new Float32Array(5);
  return (pixel, out) => {
    const m = material[pixel];
    if (m === 0) return background(pixel % width, Math.floor(pixel / width), out);
    const o = pixel * G_STRIDE;
    const kind = (m & 7) - 1;
    looks[kind](data[o + 3], data[o + 4], data[o + 5], m >= INSIDE, surface);
    const open = kind === materials.body ? 0.42 + 0.58 * smoothstep(-0.05, 0.5, data[o + 4]) : 1;
    illuminate(data, o, surface, kind === materials.hair, open, shadow(data[o + 6], data[o + 7], data[o + 8]), out);
  };
}

/** Key light with soft terminator, sky and floor, a weak fill opposite the key, sheen, and the glow of a screen. */
function lighting(light: Lighting, [kx, ky, kz]: Vector) {
  const colour = parseColour(light.colour);
  const screen = parseColour(light.screen?.colour ?? "#000000");
  const glow = (light.screen?.strength ?? 0) * 0.9;
  const halfLength = Math.hypot(kx, ky, kz + 1);
  return (d: Float32Array, o: number, s: Surface, isHair: boolean, open: number, lit: number, out: Float32Array) => {
    const inverse =
      (d[o + 2] < -0.25 ? -1 : 1) / Math.sqrt(d[o] * d[o] + d[o + 1] * d[o + 1] + d[o + 2] * d[o + 2] + 1e-9);
    const nx = d[o] * inverse;
    const ny = d[o + 1] * inverse;
    const nz = d[o + 2] * inverse;
    const nl = nx * kx + ny * ky + nz * kz;
    const nh = clamp((nx * kx + ny * ky + nz * (kz + 1)) / halfLength, 0, 1);
    const sky = light.ambient * open * (0.62 - 0.25 * ny) * (0.7 + 0.3 * nz);
    const fill = 0.14 * light.strength * open * clamp((kx > 0 ? -nx : nx) * 0.8 + nz * 0.4, 0, 1);
    const shadowed = 0.12 + 0.88 * lit;
    const sheen = isHair
      ? 0.11 * s[3] * Math.max(0, 1 - (ny * 0.9 + 0.42) ** 2 * 5) * shadowed * clamp(nl + 0.4, 0, 1)
      : s[3] * shadowed * (0.06 * nh ** 28 + 0.045 * nh ** 8);
    const front = glow * nz * (0.75 + 0.3 * clamp(d[o + 8] - 0.9, -0.5, 0.8));
    for (let c = 0; c < 3; c++) {
      const wrap = s[4] * (c === 0 ? 0.34 : c === 1 ? 0.2 : 0.16);
      const diffuse = clamp((nl + wrap) / (1 + wrap), 0, 1) * shadowed;
      const received = light.strength * colour[c] * diffuse + sky + fill + front * screen[c];
      out[c] = s[c] * received * 1.08 + (isHair ? s[c] * 3 + 0.03 : colour[c]) * sheen * light.strength;
    }
  };
}
