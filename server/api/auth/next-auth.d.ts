import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    /** What the first step of sign-in found, for the session that is then opened. */
    strong?: boolean;
    replaces?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** The secret of a row in `person_session`; the cookie is encrypted and no script reads it. */
    session?: string;
  }
}
