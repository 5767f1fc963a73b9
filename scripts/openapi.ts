/** Writes public/openapi.json and public/postman.json from the endpoint values. */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openApi } from "@/server/api/description/openapi";
import { postmanCollection } from "@/server/api/description/postman";

const PUBLIC = fileURLToPath(new URL("../public/", import.meta.url));

export async function writeApiDescription(): Promise<void> {
  const description = openApi();
  await mkdir(PUBLIC, { recursive: true });
  await writeFile(`${PUBLIC}openapi.json`, JSON.stringify(description, null, 2));
  await writeFile(`${PUBLIC}postman.json`, JSON.stringify(await postmanCollection(description), null, 2));
}
