/**
 * The headers of a JPEG (ITU-T T.81 annex B) as far as its coefficients can be read with them. Pure; never throws for
 * data.
 */

export interface JpegComponent {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly table: number;
}

export interface HuffmanTable {
  /** By the next 16 bits: length of the code in the upper byte, its symbol in the lower; 0 where no code begins so. */
  readonly lookup: Uint16Array;
}

export interface JpegHead {
  readonly width: number;
  readonly height: number;
  /** Baseline or extended sequential with Huffman codes and 8 bits; others are not followed. */
  readonly sequential: boolean;
  readonly components: readonly JpegComponent[];
  /** Steps of quantisation by table, in zigzag order. */
  readonly quantisation: readonly (Uint16Array | undefined)[];
  readonly dc: readonly (HuffmanTable | undefined)[];
  readonly ac: readonly (HuffmanTable | undefined)[];
  /** Components of the first scan with their DC and AC tables, and where its coded data begins. */
  readonly scan: readonly { readonly id: number; readonly dc: number; readonly ac: number }[];
  readonly dataAt: number;
  /** Minimum coded units between restart markers; 0 for none. */
  readonly restart: number;
}

interface Draft {
  width: number;
  height: number;
  sequential: boolean;
  components: JpegComponent[];
  quantisation: (Uint16Array | undefined)[];
  dc: (HuffmanTable | undefined)[];
  ac: (HuffmanTable | undefined)[];
  restart: number;
}

/** Undefined where the bytes are no JPEG, or its segments cannot be followed up to the first scan. */
export function parseJpeg(bytes: Uint8Array): JpegHead | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const draft: Draft = {
    width: 0,
    height: 0,
    sequential: false,
    components: [],
    quantisation: [],
    dc: [],
    ac: [],
    restart: 0,
  };
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
    if (end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (marker === 0xda) return { ...draft, scan: readScan(body), dataAt: end };
    readSegment(draft, marker, body);
    at = end;
  }
  return undefined;
}

function readSegment(draft: Draft, marker: number, body: Uint8Array): void {
  if (marker === 0xdb) readQuantisation(draft, body);
  else if (marker === 0xc4) readHuffman(draft, body);
  else if (marker === 0xdd) draft.restart = (body[0] << 8) | body[1];
  else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) readFrame(draft, marker, body);
}

function readFrame(draft: Draft, marker: number, body: Uint8Array): void {
  draft.sequential = marker <= 0xc1 && body[0] === 8;
  draft.height = (body[1] << 8) | body[2];
  draft.width = (body[3] << 8) | body[4];
  draft.components = Array.from({ length: body[5] }, (_, i) => {
    const p = 6 + 3 * i;
    return { id: body[p], across: body[p + 1] >> 4, down: body[p + 1] & 15, table: body[p + 2] };
  });
}

function readQuantisation(draft: Draft, body: Uint8Array): void {
  for (let at = 0; at < body.length; ) {
    const wide = body[at] >> 4 !== 0;
    const id = body[at++] & 15;
    const table = new Uint16Array(64);
    for (let k = 0; k < 64; k++, at += wide ? 2 : 1) table[k] = wide ? (body[at] << 8) | body[at + 1] : body[at];
    draft.quantisation[id] = table;
  }
}

function readHuffman(draft: Draft, body: Uint8Array): void {
  for (let at = 0; at + 17 <= body.length; ) {
    const kind = body[at] >> 4 === 0 ? draft.dc : draft.ac;
    const id = body[at] & 15;
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, n) => sum + n, 0);
    kind[id] = { lookup: lookupOf(counts, body.subarray(at + 17, at + 17 + total)) };
    at += 17 + total;
  }
}

function lookupOf(counts: Uint8Array, symbols: Uint8Array): Uint16Array {
  const lookup = new Uint16Array(65536);
  let code = 0;
  let k = 0;
  for (let length = 1; length <= 16; length++) {
    for (let i = 0; i < counts[length - 1]; i++, code++, k++) {
      const from = code << (16 - length);
      lookup.fill((length << 8) | symbols[k], from, Math.min(65536, from + (1 << (16 - length))));
    }
    code <<= 1;
  }
  return lookup;
}

function readScan(body: Uint8Array) {
  return Array.from({ length: body[0] }, (_, i) => ({
    id: body[1 + 2 * i],
    dc: body[2 + 2 * i] >> 4,
    ac: body[2 + 2 * i] & 15,
  }));
}
