import { expect, test } from "vitest";
import type { TfGraphModel, TfNode } from "@/scripts/models/tfjs/graph-def";
import { restorePrelu } from "@/scripts/models/tfjs/restore-prelu";

const text = (...names: string[]) => ({ list: { s: names.map((name) => Buffer.from(name).toString("base64")) } });
const node = (op: string, name: string, input: string[] = [], attr?: TfNode["attr"]): TfNode => ({
  op,
  name,
  input,
  attr,
});
const graph = (...nodes: TfNode[]): TfGraphModel => ({ modelTopology: { node: nodes }, weightsManifest: [] });
const find = (model: TfGraphModel, name: string) => model.modelTopology.node.find((n) => n.name === name);

const tail = (positive: string) => [
  node("Abs", "abs", ["conv"]),
  node("Sub", "sub", ["conv", "abs"]),
  node("Mul", "mul", ["sub", "slope"]),
  node("Add", "prelu", [positive, "mul"]),
];

test("relu(x) + c·(x − |x|) becomes one node on x", () => {
  const restored = restorePrelu(graph(node("_FusedConv2D", "conv"), node("Relu", "relu", ["conv"]), ...tail("relu")));
  expect(find(restored, "prelu")).toMatchObject({ op: "NegatedPrelu", input: ["conv", "slope"] });
});

test("a Relu that was fused into the convolution both branches start from is taken out of it", () => {
  const conv = node("FusedDepthwiseConv2dNative", "conv", ["x"], { fused_ops: text("BiasAdd", "Relu") });
  const restored = restorePrelu(graph(conv, ...tail("conv")));
  expect(find(restored, "prelu")?.op).toBe("NegatedPrelu");
  expect(find(restored, "conv")?.attr?.fused_ops).toEqual(text("BiasAdd"));
});

test("other sums and other differences stay as they are", () => {
  const model = graph(
    node("Placeholder", "x"),
    node("Abs", "abs", ["y"]),
    node("Sub", "sub", ["x", "abs"]),
    node("Mul", "mul", ["sub", "slope"]),
    node("Add", "sum", ["x", "mul"]),
    node("Add", "residual", ["x", "sum"]),
  );
  expect(restorePrelu(model)).toEqual(model);
});
