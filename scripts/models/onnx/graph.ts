import { ProtobufWriter } from "@/scripts/models/onnx/protobuf";

/** An ONNX graph under construction (IR version 8, opset 13; field numbers from onnx.proto3). */
export type Attribute = number | string | readonly number[] | { readonly float: number };

export interface ValueInfo {
  readonly name: string;
  readonly dims: readonly (number | string)[];
}

interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface Constant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

const FLOAT = 1;
const INT64 = 7;

export class OnnxGraph {
  private readonly nodes: Node[] = [];
  private readonly constants = new Map<string, Constant>();

  constructor(
    readonly name: string,
    readonly inputs: readonly ValueInfo[],
  ) {}

  /** Adds one node with one output, named after itself; returns that name. */
  node(op: string, output: string, inputs: readonly string[], attributes: Node["attributes"] = {}): string {
    this.nodes.push({ op, inputs, output, attributes });
    return output;
  }

  floats(name: string, dims: readonly number[], data: Float32Array): string {
    this.constants.set(name, { name, dims, data });
    return name;
  }

  integers(name: string, values: readonly number[]): string {
    this.constants.set(name, { name, dims: [values.length], data: BigInt64Array.from(values.map(BigInt)) });
    return name;
  }

  /** The model's bytes; the same graph always gives the same bytes. */
  encode(outputs: readonly ValueInfo[]): Uint8Array {
    const model = new ProtobufWriter().varint(1, 8).text(2, "veriflow");
    model.message(7, (graph) => {
      for (const node of this.nodes) graph.message(1, (w) => writeNode(w, node));
      graph.text(2, this.name);
      for (const constant of this.constants.values()) graph.message(5, (w) => writeConstant(w, constant));
      for (const input of this.inputs) graph.message(11, (w) => writeValueInfo(w, input));
      for (const output of outputs) graph.message(12, (w) => writeValueInfo(w, output));
    });
    return model.message(8, (opset) => opset.text(1, "").varint(2, 13)).finish();
  }
}

function writeNode(w: ProtobufWriter, node: Node): void {
  for (const input of node.inputs) w.text(1, input);
  w.text(2, node.output).text(3, node.output).text(4, node.op);
  for (const [name, value] of Object.entries(node.attributes)) w.message(5, (a) => writeAttribute(a, name, value));
}

function writeAttribute(w: ProtobufWriter, name: string, value: Attribute): void {
  w.text(1, name);
  if (typeof value === "number") w.varint(3, value).varint(20, 2);
  else if (typeof value === "string") w.text(4, value).varint(20, 3);
  else if ("float" in value) w.float(2, value.float).varint(20, 1);
  else {
    for (const item of value) w.varint(8, item);
    w.varint(20, 7);
  }
}

function writeConstant(w: ProtobufWriter, { name, dims, data }: Constant): void {
  for (const dim of dims) w.varint(1, dim);
  w.varint(2, data instanceof Float32Array ? FLOAT : INT64).text(8, name);
  w.bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function writeValueInfo(w: ProtobufWriter, { name, dims }: ValueInfo): void {
  w.text(1, name).message(2, (type) =>
    type.message(1, (tensor) => {
      tensor.varint(1, FLOAT).message(2, (shape) => {
        for (const dim of dims) {
          shape.message(1, (d) => (typeof dim === "number" ? d.varint(1, dim) : d.text(2, dim)));
        }
      });
    }),
  );
}
