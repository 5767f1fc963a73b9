import { appRouter } from "@/server/api/trpc/app-router";
import { requestContext } from "@/server/api/trpc/request-context";

/** The same procedures for pages, called in the server's process with the visitor's cookies. */
export async function caller() {
  return appRouter.createCaller(await requestContext());
}
