import { randomBytes } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { composeMail, type MailSender } from "@/server/adapters/mail/compose-mail";
import type { Log, Mailer } from "@/server/services/ports";

/**
 * Where no mail server is configured: each mail is a file (`.eml`, RFC 5322) that a mail program opens. Nothing is
 * dropped.
 */
export function folderMailer(folder: string, sender: MailSender, log: Log): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(composeMail(mail, sender));
      const name = `${new Date().toISOString().replaceAll(":", "-")}-${randomBytes(4).toString("hex")}.eml`;
      const path = join(folder, name);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${path}.part`, path);
      log.warn({ file: path }, "no SMTP_URL is set: a mail was written to a file instead of being sent");
    },
  };
}
