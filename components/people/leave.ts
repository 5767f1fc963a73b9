import { signOut } from "next-auth/react";

/** Signs out. Where the server does not answer, what was on the screen goes all the same. */
export async function leave(): Promise<void> {
  try {
    await signOut({ callbackUrl: "/sign-in" });
  } catch {
    document.body.replaceChildren();
    location.replace("/sign-in");
  }
}
