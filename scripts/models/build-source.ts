import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Card, Source } from "@/scripts/models/card-schema";
import { convertFaceRecognition } from "@/scripts/models/face-api/convert-face-recognition";
import { foldActivations } from "@/scripts/models/onnx/fold-activations";
import { readModelFile, writeModelFile } from "@/scripts/models/onnx/model-file";
import { convertGraph } from "@/scripts/models/tfjs/convert-graph";
import type { TfGraphModel } from "@/scripts/models/tfjs/graph-def";
import type { WeightEntry } from "@/scripts/models/tfjs/weights";

/** Raised when a converter changes what it writes, so that what was built before is built again. */
export const CONVERTER_VERSION = 1;

/** The model's bytes from its source. Throws where a source file is missing or is not the one on the card. */
export async function buildSource(card: Card, root: string): Promise<Uint8Array> {
  const source = card.source;
  switch (source.kind) {
    case "tfjs-graph": {
      const graph = await packageFile(root, source, source.graph);
      return convertGraph({
        model: JSON.parse(new TextDecoder().decode(graph)) as TfGraphModel,
        weights: await packageFile(root, source, source.weights),
        input: card.inputs[0],
        outputs: card.outputs.map((o) => ({ ...o, from: source.outputs[o.name] })),
      });
    }
    case "face-api-weights": {
      const manifest = JSON.parse(new TextDecoder().decode(await packageFile(root, source, source.manifest)));
      const entries = (manifest as { weights: WeightEntry[] }[]).flatMap((group) => group.weights);
      return convertFaceRecognition(entries, await packageFile(root, source, source.weights));
    }
    case "package-file": {
      const bytes = await packageFile(root, source, source);
      return source.rewrite ? writeModelFile(foldActivations(readModelFile(bytes))) : bytes;
    }
    case "committed":
      return read(path.join(root, "models", card.id, source.path), `${card.id}: the repository should hold it`);
    case "url":
      throw new Error(`${card.id} is optional: npm run models -- add ${card.id} [--file FILE]`);
  }
}

async function packageFile(
  root: string,
  from: { package: string; version: string },
  file: { path: string; sha256: string },
): Promise<Uint8Array> {
  const name = path.join(root, "node_modules", from.package, file.path);
  const bytes = await read(name, `npm install (${from.package} ${from.version})`);
  const found = sha256(bytes);
  if (found !== file.sha256) {
    throw new Error(
      `${from.package}/${file.path} has SHA-256 ${found}, the card expects ${file.sha256} (version ${from.version})`,
    );
  }
  return bytes;
}

async function read(file: string, fix: string): Promise<Uint8Array> {
  return readFile(file).catch(() => {
    throw new Error(`${file} is missing; ${fix}`);
  });
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What decides whether an earlier build still holds. */
export function buildKey(card: Card): string {
  const relevant: [Source, unknown, unknown, unknown] = [card.source, card.inputs, card.outputs, card.golden];
  return sha256(new TextEncoder().encode(JSON.stringify([CONVERTER_VERSION, card.sha256, card.file, ...relevant])));
}
