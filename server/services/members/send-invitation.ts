import type { Invitation } from "@/prisma/generated/client";
import type { Adapters } from "@/server/services/ports";

/** How long the link in the mail works. */
export const INVITATION_DAYS = 7;

/** Sends the link; false where the mail server did not take it, so that a person can send it again. */
export async function sendInvitation(
  { mailer, log }: Pick<Adapters, "mailer" | "log">,
  mail: { invitation: Pick<Invitation, "id" | "email" | "sent">; into: string; token: string; baseUrl: string },
): Promise<boolean> {
  const { invitation, into, token, baseUrl } = mail;
  const text = [
    `You are invited to ${into} on veriFlow.`,
    `Join within ${INVITATION_DAYS} days; the link works once:`,
    new URL(`/join/${token}`, baseUrl).href,
    "If you do not know what this is about, do nothing.",
  ].join("\n\n");
  try {
    const id = `${invitation.id}-${invitation.sent}`;
    await mailer.send({ id, to: invitation.email, subject: `Invitation to ${into}`, text });
    return true;
  } catch (error) {
    log.error({ invitation_id: invitation.id, error: (error as Error).name }, "invitation could not be sent");
    return false;
  }
}
