import { expect, test } from "vitest";
import { ProtobufWriter } from "@/scripts/models/onnx/protobuf";

test("fields are written as the protocol-buffer encoding guide shows them", () => {
  expect([...new ProtobufWriter().varint(1, 150).finish()]).toEqual([0x08, 0x96, 0x01]);
  expect([...new ProtobufWriter().text(2, "testing").finish()]).toEqual([
    0x12, 7, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67,
  ]);
  expect([...new ProtobufWriter().message(3, (m) => m.varint(1, 150)).finish()]).toEqual([0x1a, 3, 0x08, 0x96, 0x01]);
  expect([...new ProtobufWriter().varint(1, -1).finish()]).toEqual([0x08, ...Array(9).fill(0xff), 1]);
  expect([...new ProtobufWriter().float(1, 1).finish()]).toEqual([0x0d, 0, 0, 0x80, 0x3f]);
});
