import { forbidden } from "next/navigation";
import { requirePerson } from "@/server/api/auth/require-person";
import { appRouter } from "@/server/api/trpc/app-router";
import { requestContext } from "@/server/api/trpc/request-context";

/**
 * The same procedures for pages, called in the server's process with the visitor's cookies. Nobody signed in is sent to
 * sign in; a page that the role may not see is answered with 403.
 */
export async function caller() {
  await requirePerson("/dashboard");
  return appRouter.createCaller(await requestContext(), {
    onError({ error }) {
      if (error.code === "FORBIDDEN") forbidden();
    },
  });
}
