import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Card } from "@/scripts/models/card-schema";

/** Every `models/<id>/card.json`, by id. Throws one sentence per mistake, naming the card. */
export async function readCards(root: string): Promise<Card[]> {
  const folder = path.join(root, "models");
  const cards: Card[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue;
    const text = await readFile(path.join(folder, entry.name, "card.json"), "utf8").catch(() => undefined);
    if (text !== undefined) cards.push(readCard(entry.name, text));
  }
  return cards;
}

/** One card from its text. */
export function readCard(folder: string, text: string): Card {
  const parsed = Card.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`models/${folder}/card.json: ${mistakes.join("; ")}`);
  }
  if (parsed.data.id !== folder) throw new Error(`models/${folder}/card.json names the id ${parsed.data.id}`);
  return parsed.data;
}
