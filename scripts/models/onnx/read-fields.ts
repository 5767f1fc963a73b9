/** One field of a protocol-buffer message as it stands on the wire. */
export interface WireField {
  readonly field: number;
  readonly wire: 0 | 1 | 2 | 5;
  /** Of a varint. */
  readonly number: number;
  /** Of a length-delimited or fixed field: its bytes. */
  readonly bytes: Uint8Array;
}

const NOTHING = new Uint8Array();

/** The fields of a message in the order they stand. Throws on a wire type that protocol buffers no longer use. */
export function readFields(message: Uint8Array): WireField[] {
  const out: WireField[] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
  };
  while (at < message.length) {
    const key = varint();
    const field = key >>> 3;
    const wire = key & 7;
    if (wire === 0) {
      out.push({ field, wire, number: varint(), bytes: NOTHING });
      continue;
    }
    if (wire !== 1 && wire !== 2 && wire !== 5) throw new Error(`Field ${field} has the unknown wire type ${wire}.`);
    const length = wire === 2 ? varint() : wire === 5 ? 4 : 8;
    out.push({ field, wire, number: 0, bytes: message.subarray(at, at + length) });
    at += length;
  }
  return out;
}

/** Texts of a repeated string field. */
export function textsOf(fields: readonly WireField[], field: number): string[] {
  return fields.filter((one) => one.field === field).map(({ bytes }) => new TextDecoder().decode(bytes));
}
