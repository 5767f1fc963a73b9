import { ProtobufWriter } from "@/scripts/models/onnx/protobuf";
import { readFields, textsOf, type WireField } from "@/scripts/models/onnx/read-fields";

/**
 * An ONNX file as far as rewriting it needs: nodes and float constants; whatever else it holds is carried along as it
 * stands.
 */

export interface FileNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** AttributeProto messages. */
  readonly attributes: readonly Uint8Array[];
}

export interface FloatConstant {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export interface ModelFile {
  readonly nodes: readonly FileNode[];
  /** Float tensors by name: of `Constant` nodes and of initializers. */
  readonly floats: ReadonlyMap<string, FloatConstant>;
  readonly outputs: readonly string[];
  /** Fields of model and graph that are neither nodes nor float constants. */
  readonly rest: { readonly model: readonly WireField[]; readonly graph: readonly WireField[] };
}

const [MODEL_IR, MODEL_GRAPH] = [1, 7];
const [GRAPH_NODE, GRAPH_INITIALIZER, GRAPH_OUTPUT] = [1, 5, 12];
/** Since this version a constant need not be listed among the inputs. */
const IR_VERSION = 8;
const FLOAT = 1;

export function readModelFile(bytes: Uint8Array): ModelFile {
  const model = readFields(bytes);
  const graph = readFields(model.find(({ field }) => field === MODEL_GRAPH)?.bytes ?? new Uint8Array());
  const floats = new Map<string, FloatConstant>();
  const nodes: FileNode[] = [];
  const rest: WireField[] = [];
  for (const one of graph) {
    if (one.field === GRAPH_NODE) {
      const node = readNode(one.bytes);
      const value = node.op === "Constant" ? constantOf(node) : undefined;
      if (value) floats.set(node.outputs[0], value);
      else nodes.push(node);
    } else if (one.field === GRAPH_INITIALIZER && tensorOf(one.bytes)) {
      floats.set(textsOf(readFields(one.bytes), 8)[0], tensorOf(one.bytes) as FloatConstant);
    } else rest.push(one);
  }
  const outputs = graph
    .filter(({ field }) => field === GRAPH_OUTPUT)
    .map((one) => textsOf(readFields(one.bytes), 1)[0]);
  return { nodes, floats, outputs, rest: { model, graph: rest } };
}

/** The file's bytes; the same model always gives the same bytes. Constants that no node reads are left out. */
export function writeModelFile({ nodes, floats, rest }: ModelFile): Uint8Array {
  const used = new Set(nodes.flatMap(({ inputs }) => inputs));
  const out = new ProtobufWriter().varint(MODEL_IR, IR_VERSION);
  for (const one of rest.model) if (one.field !== MODEL_IR && one.field !== MODEL_GRAPH) carry(out, one);
  return out
    .message(MODEL_GRAPH, (graph) => {
      for (const node of nodes) graph.message(GRAPH_NODE, (w) => writeNode(w, node));
      for (const [name, value] of floats) {
        if (used.has(name)) graph.message(GRAPH_INITIALIZER, (w) => writeTensor(w, name, value));
      }
      for (const one of rest.graph) carry(graph, one);
    })
    .finish();
}

function readNode(bytes: Uint8Array): FileNode {
  const fields = readFields(bytes);
  const attributes = fields.filter(({ field }) => field === 5).map((one) => one.bytes);
  return { op: textsOf(fields, 4)[0], inputs: textsOf(fields, 1), outputs: textsOf(fields, 2), attributes };
}

function constantOf({ attributes }: FileNode): FloatConstant | undefined {
  const value = readFields(attributes[0]).find(({ field }) => field === 5);
  return value && tensorOf(value.bytes);
}

function tensorOf(bytes: Uint8Array): FloatConstant | undefined {
  const fields = readFields(bytes);
  if (fields.find(({ field }) => field === 2)?.number !== FLOAT) return undefined;
  const dims = fields
    .filter(({ field }) => field === 1)
    .flatMap((one) => (one.wire === 0 ? [one.number] : packed(one.bytes)));
  const raw = fields.find(({ field }) => field === 9 || field === 4)?.bytes ?? new Uint8Array();
  return { dims, data: new Float32Array(Uint8Array.from(raw).buffer) };
}

/** A packed run of varints is a message of them without keys. */
function packed(bytes: Uint8Array): number[] {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    let value = 0;
    let scale = 1;
    for (; bytes[at] >= 0x80; at++, scale *= 128) value += (bytes[at] & 0x7f) * scale;
    out.push(value + bytes[at] * scale);
  }
  return out;
}

function writeNode(w: ProtobufWriter, { op, inputs, outputs, attributes }: FileNode): void {
  for (const input of inputs) w.text(1, input);
  for (const output of outputs) w.text(2, output);
  w.text(3, outputs[0]).text(4, op);
  for (const attribute of attributes) w.bytes(5, attribute);
}

function writeTensor(w: ProtobufWriter, name: string, { dims, data }: FloatConstant): void {
  for (const dim of dims) w.varint(1, dim);
  w.varint(2, FLOAT)
    .text(8, name)
    .bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function carry(w: ProtobufWriter, { field, wire, number, bytes }: WireField): void {
  if (wire === 0) w.varint(field, number);
  else if (wire === 2) w.bytes(field, bytes);
  else throw new Error(`Field ${field} of the model is a bare number, which no ONNX model has.`);
}
