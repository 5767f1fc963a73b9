import { join } from "node:path";
import { INSTALL_ENV, ROOT } from "@/scripts/install.mjs";
import { whenChanged } from "@/scripts/lib/content-stamp";
import { step } from "@/scripts/lib/progress";
import { mustRun } from "@/scripts/lib/run-command";

const STAMPS = join(ROOT, ".veriflow", "stamps");
const tsx = (entry: string, ...args: string[]) =>
  mustRun(process.execPath, ["--import", "tsx", join(ROOT, entry), ...args], { cwd: ROOT, env: INSTALL_ENV });

/** Writes prisma/generated from the schema; needs no database. */
export function generateClient(): Promise<void> {
  return step("Generate the database client", async () => {
    await whenChanged(
      join(STAMPS, "prisma"),
      ["prisma/schema", "prisma.config.ts", "package-lock.json"],
      ["prisma/generated/client.ts"],
      async () => {
        const bin = join(ROOT, "node_modules", "prisma", "build", "index.js");
        await mustRun(process.execPath, [bin, "generate"], { cwd: ROOT, env: INSTALL_ENV });
      },
    );
  });
}

/** Turns the weights on the model cards into checked ONNX files; skips by itself what is unchanged. */
export function buildModels(): Promise<void> {
  return step("Build and check the models", async () => {
    await tsx("scripts/models/index.ts");
  });
}

/** OpenAPI, Postman, worker bundles and the Next.js application. */
export function buildApplication(): Promise<void> {
  const inputs = [
    "app",
    "components",
    "server",
    "prisma/schema",
    "models",
    "scripts",
    "proxy.ts",
    "public/embed.js",
    "next.config.mjs",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ];
  return step("Build the application", async (note) => {
    await whenChanged(
      join(STAMPS, "application"),
      inputs,
      [".next/BUILD_ID", "public/openapi.json", "public/capture/assets.json"],
      async () => {
        note("API description and workers");
        await tsx("scripts/build.ts");
        note("pages");
        const bin = join(ROOT, "node_modules", "next", "dist", "bin", "next");
        await mustRun(process.execPath, [bin, "build"], { cwd: ROOT, env: { ...INSTALL_ENV, NODE_ENV: "production" } });
      },
    );
  });
}
