import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { makeMailer } from "@/server/adapters/mail/make-mailer";
import type { Log } from "@/server/services/ports";

const folder = mkdtempSync(join(tmpdir(), "veriflow-mail-"));
const servers: SMTPServer[] = [];
afterAll(async () => {
  for (const server of servers) await new Promise<void>((closed) => server.close(() => closed()));
  rmSync(folder, { recursive: true, force: true });
});

const warnings: string[] = [];
const log: Log = { info: () => undefined, warn: (_, text) => void warnings.push(text), error: () => undefined };
const settings = { MAIL_FROM: "veriFlow <no-reply@verify.example>", VERIFLOW_DATA_DIR: folder };
const mail = { id: "quota-1", to: "ann@tenant.example", subject: "Größe 80 %", text: "Grüße\n.\nlast line" };

interface Received {
  readonly to: string[];
  readonly user: string;
  readonly secure: boolean;
  readonly raw: string;
}

/** A real mail server on the loopback address, which asks for a password after STARTTLS. */
async function serve(options: SMTPServerOptions = {}): Promise<{ url: string; port: number; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    logger: false,
    onAuth: ({ username, password }, _, done) =>
      password === "p@ss" ? done(null, { user: username }) : done(new Error("wrong password")),
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (chunk: Buffer) => (raw += chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, user: String(session.user), secure: Boolean(session.secure), raw });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://user:p%40ss@127.0.0.1:${port}/?tls.rejectUnauthorized=false`, port, received };
}

test("a mail reaches the mail server signed in and encrypted, whole, under a stable Message-ID", async () => {
  const { url, received } = await serve();
  await makeMailer({ ...settings, SMTP_URL: url }, log).send({ ...mail, html: "<p>Grüße</p>" });
  expect(received).toHaveLength(1);
  const [{ raw, ...rest }] = received;
  expect(rest).toEqual({ to: ["ann@tenant.example"], user: "user", secure: true });
  expect(raw).toContain("Message-ID: <quota-1@verify.example>");
  expect(raw).toContain("From: veriFlow <no-reply@verify.example>");
  expect(raw).toContain("Subject: =?UTF-8?Q?Gr=C3=B6=C3=9Fe_80_=25?=");
  expect(raw).toMatch(/Gr=C3=BC=C3=9Fe\r\n\.\r\nlast line/);
  expect(raw).toContain("<p>Gr=C3=BC=C3=9Fe</p>");
});

test("an address cannot bring more recipients or headers with it", async () => {
  const { url, received } = await serve();
  const mailer = makeMailer({ ...settings, SMTP_URL: url }, log);
  await mailer
    .send({ ...mail, to: "ann@tenant.example, eve@evil.example", subject: "a\r\nBcc: eve@evil.example" })
    .catch(() => undefined);
  await mailer.send({ ...mail, to: "ann@tenant.example\r\nBcc: eve@evil.example" }).catch(() => undefined);
  expect(received.flatMap(({ to }) => to)).not.toContain("eve@evil.example");
  for (const { raw } of received) expect(raw).not.toMatch(/^Bcc:/im);
});

test("a server that refuses, or is not there, is unavailable: the caller tries again, and the address is not told", async () => {
  const refusing = await serve({
    onRcptTo: (_, __, done) => done(Object.assign(new Error("ann@tenant.example is full"), { responseCode: 452 })),
  });
  const failed = makeMailer({ ...settings, SMTP_URL: refusing.url }, log).send(mail);
  await expect(failed).rejects.toMatchObject({
    code: "unavailable",
    details: { service: "mail", reason: "EENVELOPE", reply: 452 },
  });
  await expect(failed).rejects.not.toThrow(/ann@/);
  const wrong = refusing.url.replace("p%40ss", "wrong");
  await expect(makeMailer({ ...settings, SMTP_URL: wrong }, log).send(mail)).rejects.toMatchObject({
    details: { reason: "EAUTH" },
  });
  const gone = makeMailer({ ...settings, SMTP_URL: "smtp://127.0.0.1:1" }, log).send(mail);
  await expect(gone).rejects.toMatchObject({ code: "unavailable", details: { service: "mail" } });
});

test("where encryption is demanded, a server without it gets nothing", async () => {
  const { url, received } = await serve({ hideSTARTTLS: true, authOptional: true, disabledCommands: ["STARTTLS"] });
  const strict = makeMailer({ ...settings, SMTP_URL: `${url}&requireTLS=true` }, log);
  await expect(strict.send(mail)).rejects.toMatchObject({ code: "unavailable" });
  expect(received).toEqual([]);
});

test("without a mail server each mail is a file that only its owner reads, and the log says so", async () => {
  const mailer = makeMailer({ ...settings, SMTP_URL: undefined }, log);
  await Promise.all([mailer.send(mail), mailer.send(mail)]);
  const files = readdirSync(join(folder, "mail"));
  expect(files).toHaveLength(2);
  const path = join(folder, "mail", files[0]);
  expect(readFileSync(path, "utf8")).toContain("To: ann@tenant.example");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(warnings).toHaveLength(2);
});
