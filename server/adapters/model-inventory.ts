import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { modelsFolder } from "@/server/adapters/onnx-node-runtime";
import type { ModelCard } from "@/server/vision/types";

export interface InstalledModel {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly licence: string;
  readonly sha256: string;
  /** Whether the weights are in place; optional models are added with `npm run models -- add <id>`. */
  readonly installed: boolean;
}

/** Every model that has a card, with whether its weights are there. */
export function modelInventory(root: string = process.cwd()): InstalledModel[] {
  const cards = path.join(root, "models");
  return readdirSync(cards)
    .map((id) => path.join(cards, id, "card.json"))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as ModelCard)
    .map(({ id, title, version, licence, sha256, file }) => {
      const places = [path.join(modelsFolder(), id, file), path.join(cards, id, file)];
      return {
        id,
        title,
        version,
        licence,
        sha256: sha256 ?? "",
        installed: places.some((place) => existsSync(place)),
      };
    });
}
