import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import tailwind from "@tailwindcss/postcss";
import { build } from "esbuild";
import { Features, transform } from "lightningcss";
import postcss from "postcss";
import { LANDMARKER_WASM } from "@/components/capture/vision/landmarker-files";

/** Files of the hosted page, by their public addresses. Every name holds its content's hash, so they never go stale. */
export interface CaptureAssets {
  readonly script: string;
  readonly style: string;
  readonly worker: string;
  /** The same worker with MediaPipe's landmarker; null where its model was not installed when this was built. */
  readonly landmarker: string | null;
}

const version = (major: number, minor = 0) => (major << 16) | (minor << 8);
/** The oldest browsers that Tailwind 4 speaks to; `light-dark()` came later and is lowered for them. */
const BROWSERS = { chrome: version(111), firefox: version(128), safari: version(16, 4), ios_saf: version(16, 4) };

/** The same components on Preact: 5 kB of runtime on the phone instead of React's 60. */
const SMALL_REACT = {
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "react/jsx-runtime": "preact/jsx-runtime",
};

/**
 * Bundles the hosted page into `public/capture`. It is not a Next.js page, because the framework's own script (135 kB
 * compressed) is more than the whole page may weigh before the camera opens.
 */
export async function buildCapture(root: string): Promise<CaptureAssets> {
  const out = path.join(root, "public", "capture");
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const [page, worker, style, landmarker] = await Promise.all([
    bundle(root, out, "main", "components/capture/main.tsx"),
    bundle(root, out, "worker", "components/capture/vision/worker.ts"),
    buildStyle(root, out),
    buildLandmarker(root, out),
  ]);
  const assets: CaptureAssets = { script: page, worker, style, landmarker };
  await writeFile(path.join(out, "assets.json"), JSON.stringify(assets));
  return assets;
}

/** MediaPipe's program beside the page, and the worker that runs it, where the operator installed its model. */
async function buildLandmarker(root: string, out: string): Promise<string | null> {
  const { id, file } = JSON.parse(await readFile(path.join(root, "models", "face-landmarker", "card.json"), "utf8"));
  if (!existsSync(path.join(root, "public", "models", id, file))) return null;
  const from = path.join(root, "node_modules", "@mediapipe", "tasks-vision", "wasm");
  await mkdir(path.join(out, "mediapipe"), { recursive: true });
  for (const address of Object.values(LANDMARKER_WASM)) {
    const name = path.basename(address);
    await copyFile(path.join(from, name), path.join(out, "mediapipe", name));
  }
  return bundle(root, out, "landmarker", "components/capture/vision/landmarker-worker.ts");
}

async function bundle(root: string, out: string, name: string, entry: string): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { [name]: path.join(root, entry) },
    outdir: out,
    entryNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: ["chrome111", "firefox128", "safari16.4"],
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    alias: { "@": root, ...SMALL_REACT },
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  return address(Object.keys(metafile.outputs)[0]);
}

async function buildStyle(root: string, out: string): Promise<string> {
  const from = path.join(root, "components/capture/capture.css");
  const { css } = await postcss([tailwind({ base: root, optimize: false })]).process(await readFile(from, "utf8"), {
    from,
  });
  const lowered = transform({
    filename: "capture.css",
    code: Buffer.from(css),
    targets: BROWSERS,
    include: Features.LightDark,
    minify: true,
  });
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: `@import "./fonts.css";\n${lowered.code}`, resolveDir: path.join(root, "app"), loader: "css" },
    outdir: out,
    entryNames: "style-[hash]",
    assetNames: "fonts/[name]-[hash]",
    loader: { ".woff2": "file" },
    bundle: true,
    minify: true,
    metafile: true,
    logLevel: "warning",
  });
  return address(Object.keys(metafile.outputs).find((file) => file.endsWith(".css")) ?? "");
}

function address(file: string): string {
  return `/capture/${path.basename(file)}`;
}
