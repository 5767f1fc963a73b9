import { OnnxGraph, type ValueInfo } from "@/scripts/models/onnx/graph";
import { inputNames, type TfGraphModel, type TfNode } from "@/scripts/models/tfjs/graph-def";
import { convertNode } from "@/scripts/models/tfjs/operations";
import { readWeights } from "@/scripts/models/tfjs/weights";

export interface GraphConversion {
  readonly model: TfGraphModel;
  readonly weights: Uint8Array;
  /** ONNX input: the placeholder's name and N×C×H×W. */
  readonly input: ValueInfo;
  /** ONNX output name and dims → node of the original graph. */
  readonly outputs: readonly (ValueInfo & { readonly from: string })[];
}

/** A TensorFlow.js graph model as ONNX bytes, batch of one, channels first. Throws on anything it does not know. */
export function convertGraph({ model, weights, input, outputs }: GraphConversion): Uint8Array {
  const tensors = readWeights(
    model.weightsManifest.flatMap((group) => group.weights),
    weights,
  );
  const graph = new OnnxGraph("graph", [input]);
  for (const node of needed(
    model.modelTopology.node,
    outputs.map((o) => o.from),
  )) {
    if (node.op !== "Placeholder" && node.op !== "Const") convertNode({ graph, weights: tensors }, node);
  }
  for (const output of outputs) graph.node("Identity", output.name, [output.from]);
  return graph.encode(outputs);
}

/** The nodes that the outputs depend on, each after its inputs, in an order that depends on the file alone. */
function needed(nodes: readonly TfNode[], outputs: readonly string[]): TfNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const done = new Set<string>();
  const order: TfNode[] = [];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    done.add(name);
    const node = byName.get(name);
    if (!node) throw new Error(`the graph has no node ${name}`);
    for (const input of inputNames(node)) visit(input);
    order.push(node);
  };
  outputs.forEach(visit);
  return order;
}
