import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    /** Whether more than one factor was shown, for the session that is then opened. */
    strong?: boolean;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** The secret of a row in `person_session`; the cookie is encrypted and no script reads it. */
    session?: string;
  }
}
