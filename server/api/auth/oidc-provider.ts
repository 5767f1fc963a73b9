import type { OAuthConfig } from "next-auth/providers/oauth";
import type { ProviderClaims } from "@/server/services/people/admit-by-provider";

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
}

/** The configured settings; undefined while sign-in by a provider is off, which it is by default. */
export function oidcSettings(env: {
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  OIDC_CLIENT_SECRET?: string;
  OIDC_NAME: string;
}): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : undefined;
}

/**
 * An OpenID Connect provider by its discovery document: authorization code with PKCE, state and nonce, id token
 * checked.
 */
export function oidcProvider({ issuer, clientId, clientSecret, name }: OidcSettings): OAuthConfig<ProviderClaims> {
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    issuer,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    // Who it is here is decided by `admitByProvider`, which puts the person's own id in its place.
    profile: () => ({ id: "unknown" }),
  };
}
