import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { type OidcSettings, oidcProvider } from "@/server/api/auth/oidc-provider";
import { sessionCookie } from "@/server/api/auth/session-token";
import { AppError } from "@/server/contract/errors";
import { admitByProvider } from "@/server/services/people/admit-by-provider";
import { checkSecondFactor } from "@/server/services/people/check-second-factor";
import { endSession } from "@/server/services/people/end-session";
import type { Visitor } from "@/server/services/people/find-visitor";
import { openSession, SESSION_HOURS } from "@/server/services/people/open-session";
import { signIn } from "@/server/services/people/sign-in";
import type { Adapters } from "@/server/services/ports";

export interface AuthRequest {
  readonly adapters: Adapters;
  /** What the browser calls itself, and where it is; for the person's own list of sessions. */
  readonly device: string;
  readonly address: string | undefined;
  readonly visitor: () => Promise<Visitor | undefined>;
  readonly oidc: OidcSettings | undefined;
  readonly secureCookies: boolean;
}

/** A refusal is the address's `error`, by its code: the page has the words. */
async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.code);
    throw error;
  }
}

/** E-mail and password: the first step, and the only one where nobody demands a second factor. */
function passwordProvider({ adapters, address }: AuthRequest) {
  return CredentialsProvider({
    id: "credentials",
    name: "E-mail and password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: (input) =>
      orRefuse(signIn(adapters, { email: input?.email ?? "", password: input?.password ?? "", address })),
  });
}

/**
 * The code of the second step. The session of the first is replaced, so that what was known before it is worth nothing.
 */
function secondFactorProvider({ adapters, visitor }: AuthRequest) {
  return CredentialsProvider({
    id: "second-factor",
    name: "Second factor",
    credentials: { code: { type: "text" } },
    async authorize(input) {
      const half = await visitor();
      if (half?.stage !== "second_factor") throw new Error("session_expired");
      await orRefuse(checkSecondFactor(adapters, { userId: half.person.id, code: input?.code ?? "" }));
      return { id: half.person.id, strong: true };
    },
  });
}

/**
 * Sign-in of people (dashboard and back office). The cookie carries nothing but a secret; what it stands for is a row.
 */
export function authOptions(request: AuthRequest): NextAuthOptions {
  const { adapters, device, address } = request;
  return {
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    useSecureCookies: request.secureCookies,
    cookies: {
      sessionToken: {
        name: sessionCookie(request.secureCookies),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: request.secureCookies },
      },
    },
    // Its own words go to the console with all that a provider sent; the code says enough.
    logger: {
      error: (code) => adapters.log.warn({ code }, "sign-in was refused"),
      warn: () => undefined,
      debug: () => undefined,
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      passwordProvider(request),
      secondFactorProvider(request),
      ...(request.oidc ? [oidcProvider(request.oidc)] : []),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        try {
          Object.assign(user, await admitByProvider(adapters, { ...profile }));
          return true;
        } catch (error) {
          if (error instanceof AppError) return false;
          throw error;
        }
      },
      async jwt({ token, user, account }) {
        if (!account || !user) return token;
        const method = account.provider === "oidc" ? "oidc" : "password";
        const { id: userId, strong = false } = user;
        const before = await request.visitor();
        const replaces = before?.person.id === userId ? before.sessionId : undefined;
        return { session: await openSession(adapters, { userId, method, strong, replaces, device, address }) };
      },
      // Scripts in the page learn no more than that somebody is signed in.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => void (token?.session && (await endSession(adapters, { token: token.session }))),
    },
  };
}
