/**
 * A deterministic picture-like tensor (1×C×H×W or any dims): slow waves with a little pseudo-random grain, scaled to
 * `range`. The same numbers on every machine, so that only the outputs of the original network need to be kept.
 */
export function goldenInput(dims: readonly number[], range: readonly [number, number], seed: number): Float32Array {
  const out = new Float32Array(dims.reduce((n, d) => n * d, 1));
  const width = dims[dims.length - 1];
  const height = dims[dims.length - 2];
  let state = seed >>> 0;
  for (let i = 0; i < out.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const x = (i % width) / width;
    const y = (Math.floor(i / width) % height) / height;
    const channel = Math.floor(i / (width * height));
    const wave = Math.sin(7 * x + 3 * y + channel) * Math.cos(5 * y - 2 * x * channel);
    const value = Math.min(1, Math.max(0, 0.5 + 0.35 * wave + 0.15 * (state / 2 ** 31 - 1)));
    out[i] = range[0] + value * (range[1] - range[0]);
  }
  return out;
}
