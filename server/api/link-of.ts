import { env } from "@/server/env";

/** The address at which a picture is read, by its token. */
export function pictureLinkOf(token: string): string {
  return addressOf(`/pictures/${token}`);
}

/** The address at which a person opens a session, by the token that is shown once. */
export function linkOf(token: string): string {
  return addressOf(`/verify/${token}`);
}

function addressOf(path: string): string {
  const { BASE_URL, PORT } = env();
  return new URL(path, BASE_URL ?? `http://localhost:${PORT}`).href;
}
