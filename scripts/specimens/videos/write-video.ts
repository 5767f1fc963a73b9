import { type FileHandle, open } from "node:fs/promises";
import sharp from "sharp";
import type { Image } from "@/server/vision/types";
import { sensorNoise } from "../wear/sensor";
import type { Scene } from "./scene";

export interface VideoOptions {
  /** Poses drawn a second. Default 10. */
  readonly fps?: number;
  /** JPEG quality of each frame. Default 86. */
  readonly quality?: number;
  /** Deviation of the sensor's noise, fresh in every frame. Default 1.6. */
  readonly noise?: number;
  readonly seed?: number;
}

/** Chromium plays a .mjpeg file at this rate and repeats it (FileVideoCaptureDevice). */
const MJPEG_FPS = 30;

/**
 * Writes a file for `--use-file-for-fake-video-capture`: `.mjpeg` (frames as JPEG, one after the other) or `.y4m`
 * (uncompressed, exact colours, large). Answers the number of frames. Each frame has its own noise, as from a sensor.
 */
export async function writeVideo(file: string, scene: Scene, options: VideoOptions = {}): Promise<number> {
  const { fps = 10, quality = 86, noise = 1.6, seed = 1 } = options;
  const y4m = file.endsWith(".y4m");
  if (!y4m && !file.endsWith(".mjpeg")) throw new Error(`${file}: a fake camera reads .mjpeg or .y4m`);
  const repeat = y4m ? 1 : Math.max(1, Math.round(MJPEG_FPS / fps));
  const addNoise = sensorNoise(noise);
  const handle = await open(file, "w");
  let written = 0;
  try {
    for (let i = 0; i < Math.round(scene.seconds * fps); i++) {
      const clean = await scene.frame(i / fps);
      if (y4m && i === 0) await handle.write(`YUV4MPEG2 W${clean.width} H${clean.height} F${fps}:1 Ip A1:1 C420jpeg\n`);
      for (let k = 0; k < repeat; k++, written++) {
        const image = { ...clean, data: new Uint8Array(clean.data) };
        addNoise(image, seed * 100_003 + written);
        await (y4m ? writePlanes(handle, image) : handle.write(await jpegFrame(image, quality)));
      }
    }
  } finally {
    await handle.close();
  }
  return written;
}

const jpegFrame = ({ data, width, height }: Image, quality: number) =>
  sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: "4:2:0" })
    .toBuffer();

/** One frame as Y, U, V planes, BT.601, chroma averaged over 2×2. */
async function writePlanes(handle: FileHandle, { data, width, height }: Image): Promise<void> {
  const half = { width: width >> 1, height: height >> 1 };
  const y = Buffer.alloc(width * height);
  const u = Buffer.alloc(half.width * half.height);
  const v = Buffer.alloc(half.width * half.height);
  for (let p = 0, i = 0; p < y.length; p++, i += 3)
    y[p] = 16.5 + 0.257 * data[i] + 0.504 * data[i + 1] + 0.098 * data[i + 2];
  for (let r = 0, p = 0; r < half.height; r++) {
    for (let c = 0; c < half.width; c++, p++) {
      const i = (2 * r * width + 2 * c) * 3;
      const j = i + width * 3;
      const mean = (k: number) => (data[i + k] + data[i + 3 + k] + data[j + k] + data[j + 3 + k]) / 4;
      const [red, green, blue] = [mean(0), mean(1), mean(2)];
      u[p] = 128.5 - 0.148 * red - 0.291 * green + 0.439 * blue;
      v[p] = 128.5 + 0.439 * red - 0.368 * green - 0.071 * blue;
    }
  }
  await handle.write("FRAME\n");
  for (const plane of [y, u, v]) await handle.write(plane);
}
