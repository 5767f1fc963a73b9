import { createTransport } from "nodemailer";
import { composeMail, type MailSender } from "@/server/adapters/mail/compose-mail";
import { AppError } from "@/server/contract/errors";
import type { Mailer } from "@/server/services/ports";

/** Milliseconds; a mail server that hangs must not hold a step for nodemailer's own ten minutes. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Mail by SMTP (RFC 5321): `smtp://user:password@host:587` speaks STARTTLS where the server offers it,
 * `?requireTLS=true` insists on it, `smtps://` is encrypted from the first byte.
 */
export function smtpMailer(url: string, sender: MailSender): Mailer {
  const address = new URL(url);
  for (const [name, ms] of Object.entries(TIMEOUTS)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(ms));
  }
  const transport = createTransport(address.toString());
  return {
    async send(mail) {
      try {
        await transport.sendMail(composeMail(mail, sender));
      } catch (error) {
        // The server's own words may quote the address.
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        throw new AppError("unavailable", { service: "mail", reason: code ?? null, reply: responseCode ?? null });
      }
    },
  };
}
