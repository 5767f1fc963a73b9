import type { WeightEntry } from "@/scripts/models/tfjs/weights";

/** The part of a TensorFlow.js graph model that the converter reads. */
export interface TfNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, TfAttribute>>;
}

interface TfAttribute {
  readonly s?: string;
  readonly list?: { readonly i?: readonly string[]; readonly s?: readonly string[] };
}

export interface TfGraphModel {
  readonly modelTopology: { readonly node: readonly TfNode[] };
  readonly weightsManifest: readonly { readonly weights: readonly WeightEntry[] }[];
}

/** Text of a base64-coded attribute. */
export function textAttribute(node: TfNode, name: string): string {
  return Buffer.from(node.attr?.[name]?.s ?? "", "base64").toString();
}

export function textList(node: TfNode, name: string): string[] {
  return (node.attr?.[name]?.list?.s ?? []).map((s) => Buffer.from(s, "base64").toString());
}

export function integerList(node: TfNode, name: string): number[] {
  return (node.attr?.[name]?.list?.i ?? []).map(Number);
}

/** `name:0` and `^name` mean the node `name`. */
export function inputNames(node: TfNode): string[] {
  return (node.input ?? []).map((name) => name.replace(/^\^/, "").replace(/:\d+$/, ""));
}
