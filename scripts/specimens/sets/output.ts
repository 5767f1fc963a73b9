import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where a set is written, and who is told how far it is. */
export interface Output {
  readonly folder: string;
  readonly say: (line: string) => void;
}

export async function writeInto({ folder }: Output, path: string, content: Buffer | string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

export const writeJson = (output: Output, path: string, value: unknown): Promise<void> =>
  writeInto(output, path, `${JSON.stringify(value, null, 1)}\n`);
