import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openTesseract } from "@/server/adapters/ocr/language-data";
import { createPpOcr } from "@/server/adapters/ocr/pp-ocr";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import type { Image } from "@/server/vision/types";

export interface PeerReader {
  /** Text lines of one picture, given as pixels and as a JPEG. */
  read(image: Image, jpeg: Uint8Array): Promise<string[]>;
  close(): Promise<void>;
}

export interface Peer {
  readonly name: string;
  /** A sentence where the reader is not installed. */
  open(): Promise<PeerReader | string>;
}

/** Ours, and those that install from npm. `folder`: where packages are looked for. */
export function createPeerReaders(folder: string): readonly Peer[] {
  return [
    { name: "veriFlow", open: async () => ours() },
    { name: "tesseract.js", open: async () => tesseract() },
    { name: "@gutenye/ocr-node", open: () => gutenye(folder) },
  ];
}

function ours(): PeerReader {
  const runtime = createOnnxNodeRuntime();
  const ocr = createPpOcr(runtime);
  return {
    read: async (image) => [...((await ocr.read(image)).zone?.lines ?? [])],
    close: () => runtime.close(),
  };
}

/** Tesseract as it comes, English, on the whole picture. */
async function tesseract(): Promise<PeerReader> {
  const worker = await openTesseract(["eng"]);
  return {
    read: async (_image, jpeg) => (await worker.recognize(Buffer.from(jpeg))).data.text.split("\n"),
    close: async () => void (await worker.terminate()),
  };
}

interface Gutenye {
  create(): Promise<{ detect(file: string): Promise<readonly { readonly text: string }[]> }>;
}

async function gutenye(folder: string): Promise<PeerReader | string> {
  const found = resolved(folder, "@gutenye/ocr-node");
  if (!found) return "not installed; npm install @gutenye/ocr-node in a folder of its own, and name it with --peers";
  const { default: Ocr } = (await import(pathToFileURL(found).href)) as { default: Gutenye };
  const ocr = await Ocr.create();
  const scratch = mkdtempSync(path.join(tmpdir(), "peer-"));
  const file = path.join(scratch, "picture.jpg");
  return {
    read: async (_image, jpeg) => {
      writeFileSync(file, jpeg);
      return (await ocr.detect(file)).map(({ text }) => text);
    },
    close: async () => rmSync(scratch, { recursive: true, force: true }),
  };
}

function resolved(folder: string, name: string): string | undefined {
  try {
    return createRequire(path.join(path.resolve(folder), "package.json")).resolve(name);
  } catch {
    return undefined;
  }
}
