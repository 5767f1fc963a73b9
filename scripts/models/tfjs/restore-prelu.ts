import { inputNames, type TfGraphModel, type TfNode, textList } from "@/scripts/models/tfjs/graph-def";

/**
 * A published graph may hold PReLU as relu(x) + c·(x − |x|), and have lost two things on its way through the
 * TensorFlow.js optimiser: the sign of c, so that the slope is −2c, and the negative half of x where the Relu was fused
 * into the convolution that both branches start from. Gives the graph with each such group as one node `NegatedPrelu(x,
 * c)` on the unclipped x. Found by measuring: read as published, MobileFaceNet's embeddings are worth nothing (FNMR
 * 0.93 at FMR 1e-2), restored 0.06.
 */
export function restorePrelu(model: TfGraphModel): TfGraphModel {
  const nodes = new Map(model.modelTopology.node.map((node) => [node.name, node]));
  for (const add of model.modelTopology.node) {
    const group = preluGroup(add, nodes);
    if (!group) continue;
    nodes.set(add.name, { name: add.name, op: "NegatedPrelu", input: [group.source.name, group.slope] });
    nodes.set(group.source.name, withoutRelu(group.source));
  }
  return { ...model, modelTopology: { node: [...nodes.values()] } };
}

/** The source and slope of relu(x) + c·(x − |x|), where `add` is such a sum. */
function preluGroup(add: TfNode, nodes: ReadonlyMap<string, TfNode>): { source: TfNode; slope: string } | undefined {
  if (add.op !== "Add" && add.op !== "AddV2") return undefined;
  const [positive, product] = inputNames(add).map((name) => nodes.get(name));
  if (product?.op !== "Mul") return undefined;
  const [difference, slope] = inputNames(product);
  const minus = nodes.get(difference);
  if (minus?.op !== "Sub") return undefined;
  const [of, absolute] = inputNames(minus);
  const size = nodes.get(absolute);
  const source = nodes.get(of);
  const start = positive?.op === "Relu" ? inputNames(positive)[0] : positive?.name;
  const same = size?.op === "Abs" && inputNames(size)[0] === of && start === of;
  return source && same ? { source, slope } : undefined;
}

/** The convolution with its bias alone. */
function withoutRelu(node: TfNode): TfNode {
  const fused = textList(node, "fused_ops");
  if (fused.length < 2) return node;
  const kept = fused.filter((name) => name !== "Relu").map((name) => Buffer.from(name).toString("base64"));
  return { ...node, attr: { ...node.attr, fused_ops: { list: { s: kept } } } };
}
