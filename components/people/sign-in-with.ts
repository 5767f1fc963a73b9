"use client";

import { getCsrfToken } from "next-auth/react";

/** What each refusal of sign-in says to a person; the codes come as the address's `error`. */
export const SIGN_IN_ERRORS: Readonly<Record<string, string>> = {
  unauthenticated: "The e-mail address or the password is not right.",
  code: "The code is not right, or it was used before.",
  rate_limited: "Too many tries. Wait a quarter of an hour and try again.",
  session_expired: "Signing in took too long. Begin again.",
  AccessDenied: "Nobody here knows this address. Ask for an invitation.",
  OAuthCallback: "The provider's answer could not be trusted. Begin again.",
  OAuthSignin: "The provider does not answer. Try again in a moment.",
};
export const BROKEN = "The server does not answer. Try again in a moment.";

/** One step of sign-in; answers the code of a refusal, or undefined where it is done. */
export async function signInWith(provider: string, form: Record<string, string>): Promise<string | undefined> {
  const csrfToken = (await getCsrfToken()) ?? "";
  const response = await fetch(`/api/auth/callback/${provider}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...form, csrfToken, json: "true" }),
  });
  if (!response.ok && response.status !== 401) throw new Error(`Sign-in answered ${response.status}`);
  const { url } = (await response.json()) as { url: string };
  return new URL(url, window.location.href).searchParams.get("error") ?? undefined;
}
