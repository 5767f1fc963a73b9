import type { Adapters } from "@/server/services/ports";

/** Whether this process can do its work now: the database answers within two seconds. */
export async function checkReadiness({
  database,
}: Pick<Adapters, "database">): Promise<{ database: "ok" | "unavailable" }> {
  const answer = database
    .asPlatform((tx) => tx.$queryRaw`SELECT 1`)
    .then(
      () => "ok" as const,
      () => "unavailable" as const,
    );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"unavailable">((resolve) => {
    timer = setTimeout(() => resolve("unavailable"), 2_000);
  });
  const state = await Promise.race([answer, late]);
  clearTimeout(timer);
  return { database: state };
}
