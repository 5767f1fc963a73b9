import type { FileNode, FloatConstant, ModelFile } from "@/scripts/models/onnx/model-file";
import { ProtobufWriter } from "@/scripts/models/onnx/protobuf";

/**
 * Writes the neck and the head of PP-OCR's text detector as operations that keep onnxruntime's blocked layout: gates
 * that are added to what they weigh become one product, and the two transposed convolutions, which enlarge each point to
 * 2 × 2 without looking at its neighbours, become convolutions of one point whose sixteen answers are laid out at the
 * end. The same numbers, up to rounding, in four fifths of the time.
 */
export function foldDetector(model: ModelFile): ModelFile {
  const floats = new Map(model.floats);
  return { ...model, nodes: foldHead(foldGates(model.nodes, floats), floats), floats };
}

/** `x + x · g` → `x · (g + 1)`, where `g` is one number a channel; the addition is a convolution of that point. */
function foldGates(nodes: readonly FileNode[], floats: Map<string, FloatConstant>): FileNode[] {
  const out = [...nodes];
  for (const sum of nodes) {
    const [input, product] = sum.inputs;
    const weighed = nodes.find(({ op, outputs }) => op === "Mul" && outputs[0] === product);
    if (sum.op !== "Add" || weighed?.inputs[0] !== input) continue;
    const [, gate] = weighed.inputs;
    const before = nodes.find(({ outputs }) => outputs[0] === gate);
    const weights = floats.get(nodes.find(({ outputs }) => outputs[0] === before?.inputs[0])?.inputs[1] ?? "");
    if (!weights) continue;
    const [channels] = weights.dims;
    const raised = `${gate}.raised`;
    floats.set(`${raised}.one`, { dims: [channels, 1, 1, 1], data: new Float32Array(channels).fill(1) });
    floats.set(`${raised}.offset`, { dims: [channels], data: new Float32Array(channels).fill(1) });
    const raise: FileNode = {
      op: "Conv",
      inputs: [gate, `${raised}.one`, `${raised}.offset`],
      outputs: [raised],
      attributes: [integers("kernel_shape", [1, 1]), integer("group", channels)],
    };
    out.splice(out.indexOf(weighed), 1, raise);
    out.splice(out.indexOf(sum), 1, { op: "Mul", inputs: [input, raised], outputs: sum.outputs, attributes: [] });
  }
  return out;
}

/** The last nodes: enlarge, offset, normalise, Relu, enlarge, offset, Sigmoid. */
const HEAD = ["ConvTranspose", "Add", "BatchNormalization", "Relu", "ConvTranspose", "Add", "Sigmoid"];
const EPSILON = 1e-5;

function foldHead(nodes: readonly FileNode[], floats: Map<string, FloatConstant>): FileNode[] {
  const head = nodes.slice(-HEAD.length);
  if (head.some(({ op }, k) => op !== HEAD[k]))
    throw new Error("The network does not end as PP-OCR's text detector does.");
  const [enlarge, offset, normalise, , again, lastOffset, end] = head;
  const constant = (name: string) => (floats.get(name) as FloatConstant).data;
  const [scale, shift, mean, variance] = normalise.inputs.slice(1).map(constant);
  const [inner, bias] = [constant(enlarge.inputs[1]), constant(offset.inputs[1])];
  const [outer, lastBias] = [constant(again.inputs[1]), constant(lastOffset.inputs[1])];
  const channels = scale.length;
  const first = { weights: new Float32Array(4 * channels * channels), biases: new Float32Array(4 * channels) };
  const second = { weights: new Float32Array(16 * 4 * channels), biases: new Float32Array(16).fill(lastBias[0]) };
  for (let place = 0; place < 4; place++) {
    for (let to = 0; to < channels; to++) {
      const row = place * channels + to;
      const gain = scale[to] / Math.sqrt(variance[to] + EPSILON);
      first.biases[row] = (bias[to] - mean[to]) * gain + shift[to];
      for (let from = 0; from < channels; from++) {
        first.weights[row * channels + from] = inner[(from * channels + to) * 4 + place] * gain;
      }
      for (let inside = 0; inside < 4; inside++) {
        second.weights[cell(place, inside) * 4 * channels + row] = outer[to * 4 + inside];
      }
    }
  }
  const names = setConvolutions(floats, channels, first, second);
  return [...nodes.slice(0, -HEAD.length), ...headOf(enlarge.inputs[0], end.outputs[0], names)];
}

/** Of the 4 × 4 pixels that one point becomes: the one at place `inside` of the 2 × 2 at `place` of 2 × 2. */
const cell = (place: number, inside: number) => 4 * (2 * (place >> 1) + (inside >> 1)) + 2 * (place & 1) + (inside & 1);

interface Convolution {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

function setConvolutions(
  floats: Map<string, FloatConstant>,
  channels: number,
  ...convolutions: Convolution[]
): string[][] {
  return convolutions.map(({ weights, biases }, k) => {
    const names = [`head.${k}.weights`, `head.${k}.biases`];
    const inputs = weights.length / biases.length;
    floats.set(names[0], { dims: [biases.length, k === 0 ? channels : inputs, 1, 1], data: weights });
    floats.set(names[1], { dims: [biases.length], data: biases });
    return names;
  });
}

function headOf(input: string, output: string, [first, second]: readonly string[][]): FileNode[] {
  const point = [integers("kernel_shape", [1, 1])];
  return [
    { op: "Conv", inputs: [input, ...first], outputs: ["head.0"], attributes: point },
    { op: "Relu", inputs: ["head.0"], outputs: ["head.0.relu"], attributes: [] },
    { op: "Conv", inputs: ["head.0.relu", ...second], outputs: ["head.1"], attributes: point },
    { op: "Sigmoid", inputs: ["head.1"], outputs: ["head.1.sigmoid"], attributes: [] },
    { op: "DepthToSpace", inputs: ["head.1.sigmoid"], outputs: [output], attributes: [integer("blocksize", 4)] },
  ];
}

const integer = (name: string, value: number) =>
  new ProtobufWriter().text(1, name).varint(3, value).varint(20, 2).finish();
function integers(name: string, values: readonly number[]): Uint8Array {
  const out = new ProtobufWriter().text(1, name);
  for (const value of values) out.varint(8, value);
  return out.varint(20, 7).finish();
}
