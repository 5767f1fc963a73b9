import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { adapters } from "@/server/adapters/live";
import { AppError } from "@/server/contract/errors";
import { signIn } from "@/server/services/people/sign-in";

const EIGHT_HOURS_S = 8 * 60 * 60;

/** Sign-in of people (dashboard and back office): e-mail and password, an eight-hour session in a signed cookie. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: EIGHT_HOURS_S },
  pages: { signIn: "/sign-in" },
  providers: [
    CredentialsProvider({
      name: "E-mail and password",
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(input) {
        if (!input) return null;
        try {
          return await signIn(adapters(), input);
        } catch (error) {
          if (error instanceof AppError) return null;
          throw error;
        }
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) token.sessionEpoch = user.sessionEpoch;
      return token;
    },
    session({ session, token }) {
      session.userId = token.sub ?? "";
      session.sessionEpoch = token.sessionEpoch;
      return session;
    },
  },
};
