/** One line on standard error that counts up; nothing where that is no terminal, so that logs stay short. */
export function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done} of ${all}${done === all ? "\n" : ""}`);
}
