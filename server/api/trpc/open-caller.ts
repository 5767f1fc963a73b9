import { appRouter } from "@/server/api/trpc/app-router";
import { requestContext } from "@/server/api/trpc/request-context";

/** The procedures for pages that take visitors who have not signed in, or not wholly. */
export async function openCaller() {
  return appRouter.createCaller(await requestContext());
}
