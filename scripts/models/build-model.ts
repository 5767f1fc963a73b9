import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildKey, buildSource } from "@/scripts/models/build-source";
import type { Card } from "@/scripts/models/card-schema";
import { checkGolden } from "@/scripts/models/check-golden";
import { sha256 } from "@/scripts/models/package-file";

export type Built = "built" | "unchanged" | "installed" | "optional";

export interface BuildFolders {
  /** Repository root. */
  readonly root: string;
  /** Where built models go: `<models>/<id>/<file>`. */
  readonly models: string;
}

/**
 * Builds one model unless what is there already holds. Throws where source, checksum or golden tensors do not agree.
 */
export async function buildModel(card: Card, folders: BuildFolders): Promise<Built> {
  const target = path.join(folders.models, card.id, card.file);
  const present = await readFile(target).catch(() => undefined);
  const intact = present !== undefined && sha256(present) === card.sha256;
  if (card.source.kind === "url") return intact ? "installed" : "optional";
  const keyFile = path.join(folders.models, card.id, "built-from");
  const key = buildKey(card);
  if (intact && (await readFile(keyFile, "utf8").catch(() => "")) === key) return "unchanged";
  const bytes = await buildSource(card, folders.root);
  await place(card, bytes, folders);
  await writeFile(keyFile, key);
  return "built";
}

/** Checks the bytes against the card and its golden tensors, then puts them where the runtime looks. */
export async function place(card: Card, bytes: Uint8Array, { root, models }: BuildFolders): Promise<void> {
  const found = sha256(bytes);
  if (found !== card.sha256) throw new Error(`${card.id}: SHA-256 is ${found}, the card says ${card.sha256}`);
  await checkGolden(card, bytes, path.join(root, "models", card.id));
  const target = path.join(models, card.id, card.file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(`${target}.part`, bytes);
  await rename(`${target}.part`, target);
}

/** Copies what the capture page needs to `public/models/<id>/`. */
export async function publish(card: Card, { root, models }: BuildFolders): Promise<void> {
  if (!card.browser) return;
  const folder = path.join(root, "public", "models", card.id);
  await mkdir(folder, { recursive: true });
  await copyFile(path.join(models, card.id, card.file), path.join(folder, card.file));
}
