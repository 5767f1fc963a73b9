import { expect, test } from "vitest";
import { readWeights } from "@/scripts/models/tfjs/weights";

test("raw, half-precision and quantised values are read one after another", () => {
  const bytes = Buffer.concat([
    Buffer.from(Float32Array.of(1.5, -2).buffer),
    Buffer.from(Uint16Array.of(0x3c00, 0xc000, 0x0001).buffer),
    Buffer.from([0, 255]),
    Buffer.from(Int32Array.of(-7).buffer),
  ]);
  const entries = [
    { name: "raw", shape: [2], dtype: "float32" },
    { name: "half", shape: [3], dtype: "float32", quantization: { dtype: "float16" } },
    { name: "byte", shape: [2, 1], dtype: "float32", quantization: { dtype: "uint8", scale: 0.5, min: -1 } },
    { name: "axis", shape: [], dtype: "int32" },
  ];
  const weights = readWeights(entries, bytes);
  expect([...weights.get("raw")!.data]).toEqual([1.5, -2]);
  expect([...weights.get("half")!.data]).toEqual([1, -2, 2 ** -24]);
  expect([...weights.get("byte")!.data]).toEqual([-1, 126.5]);
  expect([...weights.get("axis")!.data]).toEqual([-7]);
  expect(() => readWeights(entries, bytes.subarray(0, -4))).toThrow();
  expect(() => readWeights(entries, Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow(/manifest describes/);
});
