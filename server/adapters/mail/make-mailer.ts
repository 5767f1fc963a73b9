import { join } from "node:path";
import type { MailSender } from "@/server/adapters/mail/compose-mail";
import { folderMailer } from "@/server/adapters/mail/folder-mailer";
import { smtpMailer } from "@/server/adapters/mail/smtp-mailer";
import type { Env } from "@/server/env";
import type { Log, Mailer } from "@/server/services/ports";

/** The mail server that the configuration names, else a folder of the data directory. */
export function makeMailer(settings: Pick<Env, "SMTP_URL" | "MAIL_FROM" | "VERIFLOW_DATA_DIR">, log: Log): Mailer {
  const sender = senderOf(settings.MAIL_FROM);
  if (settings.SMTP_URL) return smtpMailer(settings.SMTP_URL, sender);
  return folderMailer(join(settings.VERIFLOW_DATA_DIR, "mail"), sender, log);
}

/** `veriFlow <no-reply@verify.example>` taken apart. */
function senderOf(text: string): MailSender {
  const [name, address] = text.split(/[<>]/);
  return { name: name.trim(), address };
}
