import type { OnnxGraph } from "@/scripts/models/onnx/graph";
import { inputNames, integerList, type TfNode, textAttribute, textList } from "@/scripts/models/tfjs/graph-def";
import type { Weight } from "@/scripts/models/tfjs/weights";

/** What a conversion step may use. Tensors of rank 4 are N×C×H×W in the ONNX graph, N×H×W×C in the original. */
export interface Conversion {
  readonly graph: OnnxGraph;
  readonly weights: ReadonlyMap<string, Weight>;
}

type Convert = (c: Conversion, node: TfNode, inputs: readonly string[]) => void;

/** TensorFlow operation → ONNX nodes. Exactly the operations that our models use; any other is refused by name. */
const OPERATIONS: Readonly<Record<string, Convert>> = {
  _FusedConv2D: convertConvolution,
  DepthwiseConv2dNative: convertDepthwise,
  FusedDepthwiseConv2dNative: convertDepthwise,
  Add: (c, node, inputs) => void c.graph.node("Add", node.name, inputs),
  AddV2: (c, node, inputs) => void c.graph.node("Add", node.name, inputs),
  Relu: (c, node, inputs) => void c.graph.node("Relu", node.name, inputs),
  Sigmoid: (c, node, inputs) => void c.graph.node("Sigmoid", node.name, inputs),
  Identity: (c, node, inputs) => void c.graph.node("Identity", node.name, inputs),
  Prelu: (c, node, [x, slope]) => void c.graph.node("PRelu", node.name, [x, channelSlope(c, slope)]),
  NegatedPrelu: convertNegatedPrelu,
  MaxPool: (c, node, inputs) => {
    const [, ...kernel] = spatial(node, "ksize");
    void c.graph.node("MaxPool", node.name, inputs, { kernel_shape: kernel, ...windowing(node) });
  },
  Pad: convertPad,
  Reshape: convertReshape,
  ConcatV2: convertConcat,
  /** One by one pixel to a row of numbers. */
  Squeeze: (c, node, inputs) => void c.graph.node("Flatten", node.name, inputs),
};

function convertConvolution(c: Conversion, node: TfNode, [x, filter, bias, slope]: readonly string[]): void {
  const { shape, data } = floats(c, filter);
  const [h, w, from, to] = shape;
  const kernel = c.graph.floats(`${filter}/oihw`, [to, from, h, w], permute(data, shape, [3, 2, 0, 1]));
  const fused = textList(node, "fused_ops");
  const activation = fused[1];
  const sum = activation ? `${node.name}/linear` : node.name;
  if (fused[0] !== "BiasAdd" || fused.length > 2) throw new Error(`${node.name}: unknown fusion ${fused.join("+")}`);
  const biasName = c.graph.floats(bias, [to], floats(c, bias).data);
  c.graph.node("Conv", sum, [x, kernel, biasName], { kernel_shape: [h, w], ...windowing(node) });
  if (activation === "Relu") c.graph.node("Relu", node.name, [sum]);
  else if (activation === "Prelu") c.graph.node("PRelu", node.name, [sum, channelSlope(c, slope)]);
  else if (activation) throw new Error(`${node.name}: unknown activation ${activation}`);
}

function convertDepthwise(c: Conversion, node: TfNode, [x, filter, bias]: readonly string[]): void {
  const { shape, data } = floats(c, filter);
  const [h, w, from, times] = shape;
  const kernel = c.graph.floats(`${filter}/oihw`, [from * times, 1, h, w], permute(data, shape, [2, 3, 0, 1]));
  const fused = textList(node, "fused_ops").join("+");
  if (fused !== (bias ? "BiasAdd" : "")) throw new Error(`${node.name}: unknown fusion ${fused}`);
  const inputs = [x, kernel, ...(bias ? [c.graph.floats(bias, [from * times], floats(c, bias).data)] : [])];
  c.graph.node("Conv", node.name, inputs, { kernel_shape: [h, w], group: from, ...windowing(node) });
}

function convertPad(c: Conversion, node: TfNode, [x, paddings]: readonly string[]): void {
  const p = integers(c, paddings);
  const axes = [0, 3, 1, 2];
  const pads = [...axes.map((a) => p[a * 2]), ...axes.map((a) => p[a * 2 + 1])];
  c.graph.node("Pad", node.name, [x, c.graph.integers(`${node.name}/pads`, pads)]);
}

function convertReshape(c: Conversion, node: TfNode, [x, shape]: readonly string[]): void {
  const channelsLast = c.graph.node("Transpose", `${node.name}/nhwc`, [x], { perm: [0, 2, 3, 1] });
  const dims = integers(c, shape).map((d) => (d === -1 ? 1 : d));
  c.graph.node("Reshape", node.name, [channelsLast, c.graph.integers(`${node.name}/dims`, dims)]);
}

function convertConcat(c: Conversion, node: TfNode, inputs: readonly string[]): void {
  const axis = integers(c, inputs[inputs.length - 1])[0];
  const moved = [0, 2, 3, 1][axis < 0 ? axis + 4 : axis];
  c.graph.node("Concat", node.name, inputs.slice(0, -1), { axis: moved });
}

function windowing(node: TfNode): { strides: number[]; auto_pad: string } {
  const [, ...strides] = spatial(node, "strides");
  return { strides, auto_pad: textAttribute(node, "padding") === "SAME" ? "SAME_UPPER" : "VALID" };
}

/** [1, height, width] of an N×H×W×C list attribute; anything but ones elsewhere is refused. */
function spatial(node: TfNode, name: string): [number, number, number] {
  const [n, h, w, c] = integerList(node, name);
  if (n !== 1 || c !== 1) throw new Error(`${node.name}: ${name} reaches over batch or channels`);
  if (integerList(node, "dilations").some((d) => d !== 1)) throw new Error(`${node.name}: dilation is not supported`);
  return [1, h, w];
}

/**
 * PReLU of slope s = −2c as s·x + (1 − s)·relu(x): twice as fast as the operator PRelu between onnxruntime's blocked
 * convolutions.
 */
function convertNegatedPrelu(c: Conversion, node: TfNode, [x, half]: readonly string[]): void {
  const slope = floats(c, half).data.map((v) => -2 * v);
  const scaled = (name: string, of: string, by: Float32Array) =>
    c.graph.node("Mul", `${node.name}/${name}`, [
      of,
      c.graph.floats(`${node.name}/${name}/c11`, [by.length, 1, 1], by),
    ]);
  const rest = c.graph.node("Relu", `${node.name}/relu`, [x]);
  const below = scaled("below", x, slope);
  const above = scaled(
    "above",
    rest,
    slope.map((s) => 1 - s),
  );
  c.graph.node("Add", node.name, [above, below]);
}

function channelSlope(c: Conversion, name: string): string {
  const { data } = floats(c, name);
  return c.graph.floats(`${name}/c11`, [data.length, 1, 1], data);
}

function floats(c: Conversion, name: string): { shape: readonly number[]; data: Float32Array } {
  const weight = c.weights.get(name);
  if (!(weight?.data instanceof Float32Array)) throw new Error(`${name} is not a constant of floats`);
  return { shape: weight.shape, data: weight.data };
}

function integers(c: Conversion, name: string): number[] {
  const weight = c.weights.get(name);
  if (!(weight?.data instanceof Int32Array)) throw new Error(`${name} is not a constant of integers`);
  return [...weight.data];
}

/** Rank-4 tensor with its axes in another order. */
export function permute(data: Float32Array, shape: readonly number[], order: readonly number[]): Float32Array {
  const strides = [shape[1] * shape[2] * shape[3], shape[2] * shape[3], shape[3], 1];
  const [a, b, c, d] = order;
  const out = new Float32Array(data.length);
  let o = 0;
  for (let i = 0; i < shape[a]; i++)
    for (let j = 0; j < shape[b]; j++)
      for (let k = 0; k < shape[c]; k++)
        for (let l = 0; l < shape[d]; l++)
          out[o++] = data[i * strides[a] + j * strides[b] + k * strides[c] + l * strides[d]];
  return out;
}

/** Runs the conversion of one node. Throws for an operation that is not in the table. */
export function convertNode(c: Conversion, node: TfNode): void {
  const convert = OPERATIONS[node.op];
  if (!convert) throw new Error(`${node.name}: no conversion for the operation ${node.op}`);
  convert(c, node, inputNames(node));
}
