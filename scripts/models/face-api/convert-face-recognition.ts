import { OnnxGraph } from "@/scripts/models/onnx/graph";
import { permute } from "@/scripts/models/tfjs/operations";
import { readWeights, type Weight, type WeightEntry } from "@/scripts/models/tfjs/weights";

/** What the layers share while the network is rebuilt; `side` follows the height and width of the current tensor. */
interface Build {
  readonly graph: OnnxGraph;
  readonly weights: ReadonlyMap<string, Weight>;
  side: number;
}

const INPUT_SIDE = 150;

/**
 * dlib's face-recognition ResNet-34 (dlib_face_recognition_resnet_model_v1) from the weights that face-api carries:
 * n×3×150×150 to n×128. The package holds no graph, so the layers follow its `FaceRecognitionNet.ts`; the affine layer
 * that dlib puts after every convolution is folded into it.
 */
export function convertFaceRecognition(entries: readonly WeightEntry[], bytes: Uint8Array): Uint8Array {
  const graph = new OnnxGraph("graph", [{ name: "input", dims: ["n", 3, INPUT_SIDE, INPUT_SIDE] }]);
  const b: Build = { graph, weights: readWeights(entries, bytes), side: INPUT_SIDE };
  let x = convolution(b, "conv32_down", "input", { kernel: 7, stride: 2, relu: true });
  x = graph.node("MaxPool", "pool", [x], { kernel_shape: [3, 3], strides: [2, 2] });
  b.side = shrunk(b.side, 3);
  for (const layer of ["conv32_1", "conv32_2", "conv32_3"]) x = residual(b, layer, x);
  x = residualDown(b, "conv64_down", x, 32, 64);
  for (const layer of ["conv64_1", "conv64_2", "conv64_3"]) x = residual(b, layer, x);
  x = residualDown(b, "conv128_down", x, 64, 128);
  for (const layer of ["conv128_1", "conv128_2"]) x = residual(b, layer, x);
  x = residualDown(b, "conv256_down", x, 128, 256);
  for (const layer of ["conv256_1", "conv256_2"]) x = residual(b, layer, x);
  x = residualDown(b, "conv256_down_out", x, 256, 256);
  x = graph.node("ReduceMean", "mean", [x], { axes: [2, 3], keepdims: 0 });
  graph.node("MatMul", "embedding", [x, graph.floats("fc", [256, 128], weight(b, "fc"))]);
  return graph.encode([{ name: "embedding", dims: ["n", 128] }]);
}

/** The side after a window of `kernel` with stride 2 and no padding. */
function shrunk(side: number, kernel: number): number {
  return Math.floor((side - kernel) / 2) + 1;
}

function residual(b: Build, layer: string, x: string): string {
  const first = convolution(b, `${layer}/conv1`, x, { kernel: 3, stride: 1, relu: true });
  const second = convolution(b, `${layer}/conv2`, first, { kernel: 3, stride: 1, relu: false });
  return b.graph.node("Relu", layer, [b.graph.node("Add", `${layer}/sum`, [second, x])]);
}

/** Halves the picture; the shortcut is an average pool, filled with zeros where it has fewer channels. */
function residualDown(b: Build, layer: string, x: string, from: number, to: number): string {
  const before = b.side;
  const first = convolution(b, `${layer}/conv1`, x, { kernel: 3, stride: 2, relu: true });
  let main = convolution(b, `${layer}/conv2`, first, { kernel: 3, stride: 1, relu: false });
  let shortcut = b.graph.node("AveragePool", `${layer}/pool`, [x], { kernel_shape: [2, 2], strides: [2, 2] });
  const pooled = shrunk(before, 2);
  if (pooled !== b.side) main = pad(b, `${layer}/grown`, main, [0, 0, pooled - b.side, pooled - b.side]);
  if (from !== to) shortcut = pad(b, `${layer}/filled`, shortcut, [0, to - from, 0, 0]);
  b.side = pooled;
  return b.graph.node("Relu", layer, [b.graph.node("Add", `${layer}/sum`, [main, shortcut])]);
}

function pad(b: Build, name: string, x: string, after: readonly number[]): string {
  return b.graph.node("Pad", name, [x, b.graph.integers(`${name}/pads`, [0, 0, 0, 0, ...after])]);
}

function convolution(
  b: Build,
  layer: string,
  x: string,
  { kernel, stride, relu }: { kernel: number; stride: 1 | 2; relu: boolean },
): string {
  const filters = b.weights.get(`${layer}/conv/filters`);
  if (!filters) throw new Error(`the weights have no ${layer}/conv/filters`);
  const [h, w, from, to] = filters.shape;
  const factor = weight(b, `${layer}/scale/weights`);
  const shift = weight(b, `${layer}/scale/biases`);
  const bias = weight(b, `${layer}/conv/bias`).map((v, i) => v * factor[i] + shift[i]);
  const oihw = permute(filters.data as Float32Array, filters.shape, [3, 2, 0, 1]);
  const each = from * h * w;
  for (let i = 0; i < oihw.length; i++) oihw[i] *= factor[Math.floor(i / each)];
  const inputs = [x, b.graph.floats(`${layer}/w`, [to, from, h, w], oihw), b.graph.floats(`${layer}/b`, [to], bias)];
  const pads = stride === 1 ? [1, 1, 1, 1] : [0, 0, 0, 0];
  if (stride === 2) b.side = shrunk(b.side, kernel);
  const sum = b.graph.node("Conv", relu ? `${layer}/linear` : layer, inputs, {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads,
  });
  return relu ? b.graph.node("Relu", layer, [sum]) : sum;
}

function weight(b: Build, name: string): Float32Array {
  const found = b.weights.get(name)?.data;
  if (!(found instanceof Float32Array)) throw new Error(`the weights have no ${name}`);
  return found;
}
