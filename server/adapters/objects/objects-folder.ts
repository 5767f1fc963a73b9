import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { checkObjectKey, checkPrefix } from "@/server/adapters/objects/object-key";
import { AppError } from "@/server/contract/errors";
import type { ObjectStore, StoredObject } from "@/server/services/ports";

/**
 * Objects as files of a local folder. A file is whole or not there: it is written beside, flushed, and moved into
 * place.
 */
export function objectsInFolder(folder: string): ObjectStore {
  const root = resolve(folder);
  const pathOf = (key: string) => join(root, checkObjectKey(key));
  return {
    async put(key, bytes, { lockUntil } = {}) {
      if (lockUntil)
        throw new AppError("unavailable", { service: "object_lock", hint: "a local folder locks nothing" });
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
    list: (prefix) => listFolder(root, checkPrefix(prefix)),
  };
}

async function* listFolder(root: string, prefix: string): AsyncGenerator<StoredObject> {
  const entries = await readdir(join(root, prefix), { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const facts = await stat(path).catch(() => undefined);
    if (facts) yield { key: relative(root, path).split(sep).join("/"), writtenAt: facts.mtime };
  }
}
