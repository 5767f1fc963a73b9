import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { chromium, type Page } from "playwright";
import { percentile } from "@/bench/percentiles";
import type { TrackingMeasure } from "@/bench/tracking/page";
import { CAPTURE_VIDEO, ensureCaptureVideo } from "@/e2e/fixtures/capture-video";
import { launchWithCamera } from "@/e2e/fixtures/launch-options";
import { buildCapture } from "@/scripts/capture/build-capture";
import { ROOT } from "@/scripts/install.mjs";
import { findChromium } from "@/scripts/test/find-chromium";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/**
 * `npm run bench -- tracking [--seconds 60] [--tracker onnx|mediapipe] [--video FILE] [--json]`: the capture page's
 * loop in a real Chromium with a fake camera: frames a second, time from a frame to its hint, and memory at the start
 * and at the end.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: "string", default: "60" },
      tracker: { type: "string", default: "onnx" },
      video: { type: "string" },
      json: { type: "boolean" },
    },
  });
  if (!values.video) ensureCaptureVideo();
  const assets = await buildCapture(ROOT);
  const worker = values.tracker === "mediapipe" ? assets.landmarker : assets.worker;
  if (!worker) throw new Error("MediaPipe's model is not installed: npm run models -- add face-landmarker");
  const server = await serve(await bundlePage());
  const browser = await chromium.launch({
    ...launchWithCamera(values.video ?? CAPTURE_VIDEO),
    executablePath: await findChromium(() => undefined),
  });
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${server.address}/?worker=${encodeURIComponent(worker)}`);
    const report = await measure(page, Number(values.seconds));
    const foreign = asked.filter((url) => !url.startsWith(server.address) && !/^(data|blob):/.test(url)).length;
    const out = { tracker: values.tracker, ...report, foreign_requests: foreign };
    if (values.json) process.stdout.write(`${JSON.stringify(out)}\n`);
    else console.table(out);
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * Frames a second over all of the time, and heaps (page and worker, after collecting) near the start and at the end,
 * MB.
 */
async function measure(page: Page, seconds: number) {
  const read = () => page.evaluate(() => (window as unknown as { measure: TrackingMeasure }).measure);
  for (let i = 0; (await read()).frames < 10; i++) {
    const { failed } = await read();
    if (failed || i > 600) throw new Error(failed ?? "no frame was analysed within a minute");
    await sleep(100);
  }
  await sleep(Math.min(10_000, seconds * 100));
  const [first, before, from] = [await read(), await heaps(page), performance.now()];
  await sleep(seconds * 1000);
  const [last, after] = [await read(), await heaps(page)];
  if (last.failed) throw new Error(last.failed);
  const delays = last.delays.slice(-Math.max(1, last.frames - first.frames));
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    seconds,
    frames_a_second: round(((last.frames - first.frames) * 1000) / (performance.now() - from)),
    faces_share: round(last.faces / last.frames),
    hint_ms_p50: round(percentile(delays, 0.5)),
    hint_ms_p95: round(percentile(delays, 0.95)),
    page_heap_mb_before: round(before.page),
    page_heap_mb_after: round(after.page),
    worker_memory_mb_before: round(before.worker),
    worker_memory_mb_after: round(after.worker),
  };
}

/** MB in use after a collection: the page's heap, and the worker's with its ArrayBuffers, wasm's among them. */
async function heaps(page: Page): Promise<{ page: number; worker: number }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  const own = await cdp.send("Runtime.getHeapUsage");
  await cdp.detach();
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const targets = (await browser?.send("Target.getTargets"))?.targetInfos ?? [];
  const worker = targets.find(({ type }) => type === "worker");
  const used = worker && browser ? await workerHeap(browser, worker.targetId) : 0;
  await browser?.detach();
  return { page: own.usedSize / 1e6, worker: used / 1e6 };
}

type Session = Awaited<
  ReturnType<NonNullable<ReturnType<ReturnType<Page["context"]>["browser"]>>["newBrowserCDPSession"]>
>;

async function workerHeap(browser: Session, targetId: string): Promise<number> {
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: false });
  const ask = (method: string) =>
    new Promise<Record<string, number>>((answered) => {
      const id = Math.floor(Math.random() * 1e9);
      const listen = ({ message }: { message: string }) => {
        const reply = JSON.parse(message) as { id: number; result: Record<string, number> };
        if (reply.id !== id) return;
        browser.off("Target.receivedMessageFromTarget", listen);
        answered(reply.result);
      };
      browser.on("Target.receivedMessageFromTarget", listen);
      void browser.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
    });
  await ask("HeapProfiler.collectGarbage");
  const { usedSize = 0, backingStorageSize = 0 } = await ask("Runtime.getHeapUsage");
  await browser.send("Target.detachFromTarget", { sessionId });
  return usedSize + backingStorageSize;
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, "bench", "tracking", "page.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    alias: { "@": ROOT },
  });
  return `<!doctype html><title>tracking</title><video muted playsinline></video><script type="module">${outputFiles[0].text}</script>`;
}

/** The page, and the files of `public/`. */
async function serve(html: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = path.join(ROOT, "public", path.normalize(pathname));
    try {
      response.setHeader("content-type", TYPES[path.extname(pathname) || ".html"] ?? "application/octet-stream");
      response.end(pathname === "/" ? html : readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
