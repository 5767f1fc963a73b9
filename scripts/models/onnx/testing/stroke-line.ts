/** Upright strokes in a row on paper, planes of −2 … 2: what a network for text takes for a line of it. */
export function strokeLine(width: number, height: number): Float32Array {
  return Float32Array.from({ length: 3 * width * height }, (_, i) => {
    const [x, y] = [(i % width) / width, (Math.floor(i / width) % height) / height];
    return x > 0.12 && x < 0.88 && y > 0.42 && y < 0.6 && (i % width) % 9 < 3 ? -2 : 2;
  });
}
