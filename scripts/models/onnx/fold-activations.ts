import type { FileNode, FloatConstant, ModelFile } from "@/scripts/models/onnx/model-file";
import { ProtobufWriter } from "@/scripts/models/onnx/protobuf";
import { readFields, textsOf } from "@/scripts/models/onnx/read-fields";

/**
 * Writes the convolution blocks of PP-LCNetV3 (a factor and an offset before and after each hard swish, each operation
 * by itself) as convolutions and hard swishes alone, which onnxruntime runs as one operation each: the same numbers, up
 * to rounding, in two thirds of the time.
 */
export function foldActivations(model: ModelFile): ModelFile {
  const graph = new Editing(model);
  for (const node of [...graph.nodes]) if (node.op === "Div") foldHardSwish(graph, node);
  // A fold replaces nodes, so what is found afterwards is asked for anew.
  while (graph.nodes.some((node) => foldScalar(graph, node)));
  while (graph.nodes.some((node) => offsetAsConvolution(graph, node)));
  return { ...model, nodes: graph.nodes, floats: graph.floats };
}

class Editing {
  readonly nodes: FileNode[];
  readonly floats: Map<string, FloatConstant>;

  constructor(private readonly model: ModelFile) {
    this.nodes = [...model.nodes];
    this.floats = new Map(model.floats);
  }

  producer(name: string): FileNode | undefined {
    return this.nodes.find(({ outputs }) => outputs.includes(name));
  }

  users(name: string): FileNode[] {
    return this.nodes.filter(({ inputs }) => inputs.includes(name));
  }

  swap(node: FileNode, ...others: readonly FileNode[]): void {
    const at = this.nodes.indexOf(node);
    if (at < 0) throw new Error(`${node.outputs[0]} is no longer in the graph`);
    this.nodes.splice(at, 1, ...others);
  }

  /** Takes the node out: who read its output reads `instead`. False where its output is the network's own. */
  bypass(node: FileNode, instead: string): boolean {
    const [output] = node.outputs;
    if (this.model.outputs.includes(output)) return false;
    this.swap(node);
    for (const user of this.users(output)) {
      this.swap(user, { ...user, inputs: user.inputs.map((name) => (name === output ? instead : name)) });
    }
    return true;
  }

  /** The one number and the other input of `x ∘ number`. */
  scalarOf({ inputs }: FileNode): { value: number; other: string } | undefined {
    const at = inputs.findIndex((name) => this.floats.get(name)?.data.length === 1);
    const other = inputs[1 - at];
    if (inputs.length !== 2 || at < 0 || this.floats.has(other)) return undefined;
    return { value: (this.floats.get(inputs[at]) as FloatConstant).data[0], other };
  }

  /** Weights × `factor`, and an offset that may depend on them. Returns the node that took the convolution's place. */
  reweigh(
    conv: FileNode,
    factor: number,
    biasFactor: number,
    offset: (out: number, weights: Float32Array) => number,
  ): void {
    const { dims, data } = this.floats.get(conv.inputs[1]) as FloatConstant;
    const before = conv.inputs[2] ? this.floats.get(conv.inputs[2])?.data : undefined;
    const [outputs, each] = [dims[0], data.length / dims[0]];
    const bias = Float32Array.from({ length: outputs }, (_, k) => {
      return (before?.[k] ?? 0) * biasFactor + offset(k, data.subarray(k * each, (k + 1) * each));
    });
    const [weights, biases] = [`${conv.outputs[0]}.weights`, `${conv.outputs[0]}.biases`];
    this.floats.set(weights, { dims, data: data.map((value) => value * factor) });
    this.floats.set(biases, { dims: [outputs], data: bias });
    this.swap(conv, { ...conv, inputs: [conv.inputs[0], weights, biases] });
  }
}

/** `x · clip(x + 3, 0, 6) / 6` → `x · HardSigmoid(x)`. */
function foldHardSwish(graph: Editing, divide: FileNode): void {
  const product = graph.producer(divide.inputs[0]);
  const clip = product?.inputs.map((name) => graph.producer(name)).find((node) => node?.op === "Clip");
  const add = clip && graph.producer(clip.inputs[0]);
  const shift = add && graph.scalarOf(add);
  if (graph.scalarOf(divide)?.value !== 6 || product?.op !== "Mul" || shift?.value !== 3) return;
  const [output] = divide.outputs;
  const gate = `${output}.gate`;
  const attributes = [floatAttribute("alpha", 1 / 6), floatAttribute("beta", 0.5)];
  graph.swap(
    divide,
    { op: "HardSigmoid", inputs: [shift.other], outputs: [gate], attributes },
    { op: "Mul", inputs: [shift.other, gate], outputs: [output], attributes: [] },
  );
  for (const node of [product, clip, add]) graph.swap(node as FileNode);
}

/**
 * One number times or plus a value moves into the convolution before it, or into those after it where they have no
 * border.
 */
function foldScalar(graph: Editing, node: FileNode): boolean {
  if (node.op !== "Mul" && node.op !== "Add") return false;
  const scalar = graph.scalarOf(node);
  if (!scalar) return false;
  const { value, other } = scalar;
  const times = node.op === "Mul";
  const before = graph.producer(other);
  if (before?.op === "Conv" && graph.users(other).length === 1) {
    if (!graph.bypass(node, other)) return false;
    graph.reweigh(before, times ? value : 1, times ? value : 1, () => (times ? 0 : value));
    return true;
  }
  const after = graph.users(node.outputs[0]);
  if (after.length === 0 || !after.every((user) => user.op === "Conv" && user.inputs[0] === node.outputs[0]))
    return false;
  if (!times && !after.every(isBorderless)) return false;
  if (!graph.bypass(node, other)) return false;
  for (const conv of graph.users(other).filter(({ op, inputs }) => op === "Conv" && inputs[0] === other)) {
    if (times) graph.reweigh(conv, value, 1, () => 0);
    else graph.reweigh(conv, 1, 1, (_, weights) => value * weights.reduce((sum, w) => sum + w, 0));
  }
  return true;
}

/** An offset before a convolution with a border cannot move into it; as a convolution of one point it costs least. */
function offsetAsConvolution(graph: Editing, node: FileNode): boolean {
  const scalar = graph.scalarOf(node);
  const conv = graph.users(node.outputs[0]).find(({ op, inputs }) => op === "Conv" && inputs[0] === node.outputs[0]);
  if (node.op !== "Add" || !scalar || !conv) return false;
  const factor = graph.producer(scalar.other);
  const scale = factor?.op === "Mul" && graph.users(scalar.other).length === 1 ? graph.scalarOf(factor) : undefined;
  const groups = integerAttribute(conv, "group")[0] ?? 1;
  const channels = (graph.floats.get(conv.inputs[1]) as FloatConstant).dims[1] * groups;
  const [output] = node.outputs;
  graph.floats.set(`${output}.factor`, {
    dims: [channels, 1, 1, 1],
    data: new Float32Array(channels).fill(scale?.value ?? 1),
  });
  graph.floats.set(`${output}.offset`, { dims: [channels], data: new Float32Array(channels).fill(scalar.value) });
  graph.swap(node, {
    op: "Conv",
    inputs: [scale?.other ?? scalar.other, `${output}.factor`, `${output}.offset`],
    outputs: [output],
    attributes: [integersAttribute("kernel_shape", [1, 1]), integerOf("group", channels)],
  });
  if (scale && factor) graph.swap(factor);
  return true;
}

function isBorderless(conv: FileNode): boolean {
  return integerAttribute(conv, "pads").every((pad) => pad === 0);
}

function integerAttribute({ attributes }: FileNode, name: string): number[] {
  for (const bytes of attributes) {
    const fields = readFields(bytes);
    if (textsOf(fields, 1)[0] === name)
      return fields.filter(({ field }) => field === 3 || field === 8).map((f) => f.number);
  }
  return [];
}

const floatAttribute = (name: string, value: number) =>
  new ProtobufWriter().text(1, name).float(2, value).varint(20, 1).finish();
const integerOf = (name: string, value: number) =>
  new ProtobufWriter().text(1, name).varint(3, value).varint(20, 2).finish();
function integersAttribute(name: string, values: readonly number[]): Uint8Array {
  const out = new ProtobufWriter().text(1, name);
  for (const value of values) out.varint(8, value);
  return out.varint(20, 7).finish();
}
