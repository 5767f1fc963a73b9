import type { SendMailOptions } from "nodemailer";
import type { Mail } from "@/server/services/ports";

/** Who mails come from. */
export interface MailSender {
  readonly name: string;
  readonly address: string;
}

/**
 * A mail as nodemailer takes it. Its address is one address whatever stands in it, and nothing is read from disk or
 * network.
 */
export function composeMail({ id, to, subject, text, html }: Mail, sender: MailSender): SendMailOptions {
  const domain = sender.address.slice(sender.address.lastIndexOf("@") + 1);
  return {
    from: { ...sender },
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId: id === undefined ? undefined : `<${id}@${domain}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
