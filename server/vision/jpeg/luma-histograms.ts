import type { HuffmanTable, JpegHead } from "@/server/vision/jpeg/parse-jpeg";

/**
 * How often each size of a quantised luma coefficient occurs in a JPEG, read from its coded data without decoding
 * pixels.
 */
export interface LumaHistograms {
  /** Blocks counted. */
  readonly blocks: number;
  /**
   * Per frequency (1 … `FREQUENCIES` in zigzag order, at index − 1): its step of quantisation, and counts by absolute
   * value.
   */
  readonly frequencies: readonly { readonly step: number; readonly counts: Float64Array }[];
}

/** The first so many of the zigzag; higher ones are nearly always 0. */
export const FREQUENCIES = 14;
export const VALUES = 64;

/** Reads bits of the coded data, skipping stuffed zeros; past the end or at a marker it gives zeros and says so. */
class Bits {
  private held = 0;
  private count = 0;
  ended = false;
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  private fill(): void {
    while (this.count <= 16) {
      let byte = 0;
      if (this.at < this.bytes.length && !this.ended) {
        byte = this.bytes[this.at];
        if (byte === 0xff && this.bytes[this.at + 1] !== 0) {
          this.ended = true;
          byte = 0;
        } else this.at += byte === 0xff ? 2 : 1;
      } else this.ended = true;
      this.held = ((this.held << 8) | byte) & 0x7fffffff;
      this.count += 8;
    }
  }

  /** The symbol of the next code; −1 where there is none. */
  symbol({ lookup }: HuffmanTable): number {
    if (this.count < 16) this.fill();
    const found = lookup[(this.held >> (this.count - 16)) & 0xffff];
    if (found === 0) return -1;
    this.count -= found >> 8;
    return found & 0xff;
  }

  /** The next `n` bits, at most 15, as a number. */
  take(n: number): number {
    if (this.count < 16) this.fill();
    this.count -= n;
    return (this.held >> this.count) & ((1 << n) - 1);
  }

  /** Goes on after the restart marker; false where there is none. */
  restart(): boolean {
    this.held = 0;
    this.count = 0;
    this.ended = false;
    const { bytes } = this;
    if (bytes[this.at] !== 0xff || (bytes[this.at + 1] & 0xf8) !== 0xd0) return false;
    this.at += 2;
    return true;
  }
}

/**
 * @param blocksMax luma blocks after which to stop. Undefined where the coding is not followed (progressive,
 * arithmetic).
 */
export function lumaHistograms(bytes: Uint8Array, head: JpegHead, blocksMax: number): LumaHistograms | undefined {
  const luma = head.components[0];
  const steps = luma && head.quantisation[luma.table];
  if (!head.sequential || !steps || head.scan.length !== head.components.length || head.width * head.height === 0)
    return undefined;
  const parts = head.scan.map(({ id, dc, ac }) => {
    const component = head.components.find((one) => one.id === id);
    return { dc: head.dc[dc], ac: head.ac[ac], units: component ? component.across * component.down : 0 };
  });
  if (parts.some(({ dc, ac, units }) => !dc || !ac || units === 0)) return undefined;
  // A scan of one component is coded block by block, whatever its sampling says (T.81, A.2.2).
  const units = parts.map((part) => (parts.length === 1 ? 1 : part.units));
  const frequencies = Array.from({ length: FREQUENCIES }, (_, k) => ({
    step: steps[k + 1],
    counts: new Float64Array(VALUES),
  }));
  const bits = new Bits(bytes, head.dataAt);
  let blocks = 0;
  for (let unit = 1; blocks < blocksMax && !bits.ended; unit++) {
    for (const [k, part] of parts.entries()) {
      for (let i = 0; i < units[k]; i++) {
        if (!readBlock(bits, part.dc!, part.ac!, k === 0 ? frequencies : undefined)) return { blocks, frequencies };
        if (k === 0) blocks++;
      }
    }
    if (head.restart > 0 && unit % head.restart === 0 && !bits.restart()) break;
  }
  return { blocks, frequencies };
}

/** Reads one block; false where the code breaks off. What was not coded of a counted frequency is 0. */
function readBlock(
  bits: Bits,
  dc: HuffmanTable,
  ac: HuffmanTable,
  counted: LumaHistograms["frequencies"] | undefined,
): boolean {
  const size = bits.symbol(dc);
  if (size < 0 || size > 15) return false;
  if (size > 0) bits.take(size);
  let done = 0;
  for (let k = 1; k < 64; k++) {
    const symbol = bits.symbol(ac);
    if (symbol < 0) return false;
    const run = symbol >> 4;
    const length = symbol & 15;
    if (length === 0 && run !== 15) break;
    k += run;
    if (length === 0) continue;
    const value = bits.take(length);
    if (!counted || k > FREQUENCIES) continue;
    const size = value >> (length - 1) ? value : (1 << length) - 1 - value;
    for (; done < k - 1; done++) counted[done].counts[0]++;
    counted[k - 1].counts[Math.min(VALUES - 1, size)]++;
    done = k;
  }
  if (counted) for (; done < FREQUENCIES; done++) counted[done].counts[0]++;
  return true;
}
