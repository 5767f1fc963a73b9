/** One line a step, with its time; the same words whether a terminal watches or a log is kept. */
const tty = process.stdout.isTTY === true;

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Runs a step and prints `✓ title (time)`; `note()` changes what is shown while it runs. Rejects as the work does. */
export async function step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
  const started = Date.now();
  const show = (text: string) => {
    if (tty) process.stdout.write(`\r\x1b[2K  … ${text}`);
  };
  show(title);
  try {
    const result = await work((text) => show(`${title}: ${text}`));
    process.stdout.write(`${tty ? "\r\x1b[2K" : ""}  ✓ ${title} (${seconds(Date.now() - started)})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${tty ? "\r\x1b[2K" : ""}  ✗ ${title} (${seconds(Date.now() - started)})\n`);
    throw error;
  }
}
