import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { checkObjectKey } from "@/server/adapters/object-key";
import { AppError } from "@/server/contract/errors";
import type { ObjectStore } from "@/server/services/ports";

/** Objects as files of a local folder. A file is whole or not there: it is written beside, flushed, and moved into place. */
export function objectsInFolder(folder: string): ObjectStore {
  const root = resolve(folder);
  const pathOf = (key: string) => join(root, checkObjectKey(key));
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const draft = `${path}.${randomBytes(6).toString("hex")}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(draft, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new AppError("not_found", { object: key });
        throw error;
      }
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  };
}
