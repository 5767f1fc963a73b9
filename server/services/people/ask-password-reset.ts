import { limitTries } from "@/server/services/people/limit-tries";
import { tokenHash } from "@/server/services/people/token-hash";
import type { Adapters } from "@/server/services/ports";

/** How long the link in the mail works. */
const RESET_MINUTES = 60;

type People = Pick<Adapters, "database" | "clock" | "ids" | "rates" | "mailer" | "log">;

/**
 * Sends a link for a new password where the address is known. The caller learns nothing of that: the answer is the same
 * and comes before anything is looked up. AppError `rate_limited` after five asks an hour for one address, known or
 * not.
 */
export async function askPasswordReset(
  adapters: People,
  input: { readonly email: string; readonly baseUrl: string; readonly address?: string },
): Promise<void> {
  const email = input.email.trim().toLowerCase();
  if (input.address) await limitTries(adapters, "address", input.address);
  await limitTries(adapters, "reset", email);
  setImmediate(() => {
    sendLink(adapters, email, input.baseUrl).catch((error: Error) =>
      adapters.log.error({ error: error.name }, "link for a new password could not be sent"),
    );
  });
}

async function sendLink(adapters: People, email: string, baseUrl: string): Promise<void> {
  const token = adapters.ids.secret(32);
  const now = adapters.clock.now();
  const known = await adapters.database.asPlatform(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!user) return false;
    const expires_at = new Date(now.getTime() + RESET_MINUTES * 60_000);
    await tx.passwordReset.create({
      data: { token_hash: tokenHash(token), user_id: user.id, created_at: now, expires_at },
    });
    return true;
  });
  if (!known) return;
  const text = [
    "Somebody, probably you, asked for a new password of your veriFlow account.",
    `Choose it here within ${RESET_MINUTES} minutes; the link works once:`,
    new URL(`/sign-in/reset/${token}`, baseUrl).href,
    "If it was not you, do nothing: your password stays as it is.",
  ].join("\n\n");
  await adapters.mailer.send({ to: email, subject: "A new password", text });
}
