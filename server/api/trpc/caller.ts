import { redirect } from "next/navigation";
import { currentPerson } from "@/server/api/auth/current-person";
import { appRouter } from "@/server/api/trpc/app-router";
import { requestContext } from "@/server/api/trpc/request-context";

/** The same procedures for pages, called in the server's process with the visitor's cookies. Nobody signed in is sent to sign in. */
export async function caller() {
  if (!(await currentPerson())) redirect("/sign-in");
  return appRouter.createCaller(await requestContext());
}
