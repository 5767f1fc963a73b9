import { visionPool } from "@/server/adapters/vision/worker-pool";
import type { Vision } from "@/server/services/ports";

/** The vision service as the application runs it: two workers, or as many as `VISION_THREADS` says. */
export function load(): Vision {
  const threads = Number(process.env.VISION_THREADS ?? 2);
  return visionPool({ threads: Number.isInteger(threads) && threads > 0 ? threads : 2 });
}
