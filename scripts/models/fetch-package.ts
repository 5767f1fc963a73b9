import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { extract } from "tar";

const run = promisify(execFile);

export interface PackageOrigin {
  readonly package: string;
  readonly version: string;
  /** Taken from the registry when it is needed, not installed with the project. */
  readonly fetched?: boolean;
}

/**
 * Takes a package from the registry that npm is set up for (with its proxy, cache and checks) and unpacks the files
 * named into `folder`, with its licence; the archive is thrown away. Throws where npm cannot get it.
 */
export async function fetchPackage(
  { package: name, version }: PackageOrigin,
  files: readonly string[],
  folder: string,
): Promise<void> {
  const kept = new Set(["LICENSE", ...files].map((file) => `package/${file}`));
  const temporary = await mkdtemp(path.join(tmpdir(), "veriflow-package-"));
  try {
    const asked = ["pack", `${name}@${version}`, "--pack-destination", temporary, "--json", "--loglevel", "error"];
    const shell = process.platform === "win32";
    const { stdout } = await run("npm", asked, { shell, maxBuffer: 16_000_000 }).catch((cause: Error) => {
      throw new Error(`npm cannot fetch ${name}@${version}: ${cause.message.slice(0, 500)}`);
    });
    const file = archiveName(stdout);
    await mkdir(folder, { recursive: true });
    await extract({ file: path.join(temporary, file), cwd: folder, strip: 1, filter: (entry) => kept.has(entry) });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** npm names the archive in a list (before version 12) or by package. */
function archiveName(json: string): string {
  const answer = JSON.parse(json) as { filename: string }[] | Record<string, { filename: string }>;
  return path.basename(Object.values(answer)[0].filename);
}
