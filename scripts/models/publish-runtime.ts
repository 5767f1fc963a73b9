import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";

/** The single-file wasm build of onnxruntime-web, which `onnxruntime-web/wasm` loads from `/ort/`. */
const FILES = ["ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"];

/** Copies onnxruntime's browser files to `public/ort/`, so that the capture page asks no other origin. */
export async function publishRuntime(root: string): Promise<void> {
  const folder = path.join(root, "public", "ort");
  await mkdir(folder, { recursive: true });
  for (const file of FILES) {
    await copyFile(path.join(root, "node_modules", "onnxruntime-web", "dist", file), path.join(folder, file));
  }
}
