import { readFile } from "node:fs/promises";
import { type BuildFolders, place, publish } from "@/scripts/models/build-model";
import type { Card } from "@/scripts/models/card-schema";

/** Fetches an optional model by the address on its card, or takes `file`; both only with the SHA-256 on the card. */
export async function addModel(card: Card, file: string | undefined, folders: BuildFolders): Promise<void> {
  if (card.source.kind !== "url") throw new Error(`${card.id} is not optional; npm run models builds it`);
  const bytes = file === undefined ? await download(card.source.url) : await readFile(file);
  await place(card, bytes, folders);
  await publish(card, folders);
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new Error(`${url} cannot be reached (${String(cause)}); take a local copy with --file FILE`);
  });
  if (!response.ok) throw new Error(`${url} answers ${response.status}; take a local copy with --file FILE`);
  return new Uint8Array(await response.arrayBuffer());
}
