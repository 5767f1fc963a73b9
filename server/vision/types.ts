/** Pixels, points and models as every vision module speaks of them. Pure: no Node, no browser API. */

/**
 * Upright 8-bit RGB, interleaved, row-major: `data.length === width * height * 3`. The only image type in the house.
 */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** One 8-bit or float plane, row-major: `data.length === width * height`. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

declare const frame: unique symbol;

/** A point in pixels of one named frame ("source", "crop", "document" …); the frame is a type, not a value. */
export interface Point<F extends string = string> {
  readonly x: number;
  readonly y: number;
  readonly [frame]?: F;
}

/** `x' = a·x + b·y + c`, `y' = d·x + e·y + f`, from pixels of one frame to pixels of another. */
export interface Affine<From extends string = string, To extends string = string> {
  readonly m: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
  readonly [frame]?: readonly [From, To];
}

/** 3×3 homography, row-major, from pixels of one frame to pixels of another. */
export interface Homography<From extends string = string, To extends string = string> {
  readonly m: readonly [number, number, number, number, number, number, number, number, number];
  readonly [frame]?: readonly [From, To];
}

/** Axis-aligned, pixels: left, top, width, height. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Corners in the order top-left, top-right, bottom-right, bottom-left of the upright thing, in source pixels. */
export type Quad<F extends string = string> = readonly [Point<F>, Point<F>, Point<F>, Point<F>];

/** A dense tensor. `dims` as ONNX names them; float32 unless said otherwise. */
export interface Tensor {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export type TensorMap = Readonly<Record<string, Tensor>>;

/** `models/<id>/card.json`: facts about a model, beside its weights. */
export interface ModelCard {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly licence: string;
  /** SHA-256 of the ONNX file as built, so that every decision names the weights that made it. */
  readonly sha256: string;
  readonly file: string;
  readonly inputs: readonly { readonly name: string; readonly dims: readonly (number | string)[] }[];
  readonly outputs: readonly { readonly name: string; readonly dims: readonly (number | string)[] }[];
}

/** A network with its pure pre- and post-processing. `Input` and `Output` are plain data. */
export interface Model<Input, Output> {
  readonly card: ModelCard;
  encode(input: Input): TensorMap;
  decode(outputs: TensorMap, input: Input): Output;
}

/** Where tensors are computed: onnxruntime-node, onnxruntime-web, or a recording in tests. */
export interface Runtime {
  run(card: ModelCard, inputs: TensorMap): Promise<TensorMap>;
}
