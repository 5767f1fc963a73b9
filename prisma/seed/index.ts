import { seed } from "@/prisma/seed/seed";
import { adapters } from "@/server/adapters/live";
import { env } from "@/server/env";

/** `tsx prisma/seed/index.ts`: seeds the database of the environment. */
const settings = env();
await seed(adapters(), {
  dataDir: settings.VERIFLOW_DATA_DIR,
  baseUrl: settings.BASE_URL ?? `http://localhost:${settings.PORT}`,
  demo: settings.DEMO,
});
process.exit(0);
