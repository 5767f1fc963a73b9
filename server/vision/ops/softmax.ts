/** Probabilities of one row of logits, computed from the largest so that nothing overflows. */
export function softmax(logits: ArrayLike<number>): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) top = Math.max(top, logits[i]);
  const out = new Float32Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += out[i] = Math.exp(logits[i] - top);
  for (let i = 0; i < out.length; i++) out[i] /= sum;
  return out;
}
