import { writeFileSync } from "node:fs";

/**
 * A country database in MaxMind's format (MaxMind DB file format 2.0) that knows the networks `0.0.0.0/1` and
 * `128.0.0.0/1`, with these records: a search tree of one node, its data, and the metadata. Undefined leaves a half
 * unknown.
 */
export function writeCountryFile(path: string, low: object | undefined, high: object | undefined): void {
  const first = low === undefined ? Buffer.alloc(0) : encode(low);
  const second = high === undefined ? Buffer.alloc(0) : encode(high);
  // A record is a node's number, the count of nodes for "nothing", or an offset into the data beyond count + 16.
  const nodes = 1;
  const pointer = (record: object | undefined, offset: number) => (record === undefined ? nodes : nodes + 16 + offset);
  const tree = Buffer.alloc(6);
  tree.writeUIntBE(pointer(low, 0), 0, 3);
  tree.writeUIntBE(pointer(high, first.length), 3, 3);
  const metadata = encode({
    node_count: nodes,
    record_size: 24,
    ip_version: 4,
    database_type: "Test-Country",
    languages: [],
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_767_225_600,
    description: {},
  });
  const marker = Buffer.concat([Buffer.from("abcdef", "hex"), Buffer.from("MaxMind.com")]);
  writeFileSync(path, Buffer.concat([tree, Buffer.alloc(16), first, second, marker, metadata]));
}

/** Texts and maps shorter than 29, unsigned numbers of 32 bits, empty lists. */
function encode(value: unknown): Buffer {
  if (typeof value === "string") return Buffer.concat([Buffer.of((2 << 5) | value.length), Buffer.from(value)]);
  if (typeof value === "number") {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([Buffer.of((6 << 5) | 4), bytes]);
  }
  if (Array.isArray(value)) return Buffer.of(value.length, 11 - 7);
  const entries = Object.entries(value as object);
  return Buffer.concat([
    Buffer.of((7 << 5) | entries.length),
    ...entries.flatMap(([name, one]) => [encode(name), encode(one)]),
  ]);
}
