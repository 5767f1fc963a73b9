import { createSocket, type Socket } from "node:dgram";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookups } from "@/server/adapters/lookups";
import { writeCountryFile } from "@/server/adapters/testing/write-country-file";
import { checkProfile } from "@/server/domain/kya/check-profile";
import { gatherProfile } from "@/server/services/kya/gather-profile";

/** A name server of a few bytes: answers by the first letter of the asked name. */
const server: Socket = createSocket("udp4");
let address = "";
beforeAll(async () => {
  server.on("message", (query, from) => {
    const reply = answer(query);
    if (reply) server.send(reply, from.port, from.address);
  });
  await new Promise<void>((ready) => server.bind(0, "127.0.0.1", ready));
  address = `127.0.0.1:${server.address().port}`;
});
afterAll(() => server.close());

const MX = 15;
const A = 1;
function answer(query: Buffer): Buffer | undefined {
  const letter = String.fromCharCode(query[13]);
  const type = query.readUInt16BE(query.length - 4 - extraBytes(query));
  const question = query.subarray(12, query.length - extraBytes(query));
  const reply = (code: number, data?: Buffer): Buffer => {
    const head = Buffer.from([query[0], query[1], 0x81, 0x80 | code, 0, 1, 0, data ? 1 : 0, 0, 0, 0, 0]);
    if (!data) return Buffer.concat([head, question]);
    const record = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length]);
    return Buffer.concat([head, question, record, data]);
  };
  if (letter === "m" && type === MX) return reply(0, Buffer.from([0, 10, 1, 0x78, 0]));
  if (letter === "n" && type === MX) return reply(0, Buffer.from([0, 0, 0]));
  if (letter === "a") return type === A ? reply(0, Buffer.from([192, 0, 2, 1])) : reply(0);
  if (letter === "x") return reply(3);
  if (letter === "f") return reply(2);
  return letter === "s" ? undefined : reply(0);
}
/** Bytes of the EDNS record that a resolver may append. */
function extraBytes(query: Buffer): number {
  return query.readUInt16BE(10) > 0 ? 11 : 0;
}

test("a mail server is told from none, and silence or a failing server is unknown", async () => {
  const { hasMailServer } = lookups({ nameServers: [address], dnsTimeoutMs: 150 });
  expect(await hasMailServer("mail.example")).toBe(true);
  expect(await hasMailServer("null-mx.example")).toBe(false);
  expect(await hasMailServer("address-only.example")).toBe(true);
  expect(await hasMailServer("x-does-not-exist.example")).toBe(false);
  expect(await hasMailServer("bare.example")).toBe(false);
  expect(await hasMailServer("failing.example")).toBe("unknown");
  expect(await hasMailServer("silent.example")).toBe("unknown");
});

test("a telephone number is possible, valid, and of a country, or none of it", () => {
  const { phone } = lookups();
  expect(phone("+33612345678")).toMatchObject({ possible: true, valid: true, country: "FR", kind: "MOBILE" });
  expect(phone("0612345678", "FR")).toMatchObject({ valid: true, country: "FR" });
  expect(phone("+1555")).toMatchObject({ valid: false });
  expect(phone("call me")).toEqual({ possible: false, valid: false });
});

test("throw-away domains are known, ordinary ones are not among them", () => {
  const { isDisposableDomain } = lookups();
  expect(isDisposableDomain("mailinator.com")).toBe(true);
  expect(isDisposableDomain("example.org")).toBe(false);
});

test("without a country database the country of an address is unknown", async () => {
  expect(await lookups().countryOfIp("93.184.216.34")).toBe("unknown");
  expect(await lookups().countryOfIp("not an address")).toBe("unknown");
});

test("a country database tells countries in MaxMind's layout and in the flat one, and nothing of what it does not hold", async () => {
  const folder = mkdtempSync(join(tmpdir(), "veriflow-geo-"));
  try {
    const file = join(folder, "country.mmdb");
    writeCountryFile(file, { country: { iso_code: "FR" } }, { country_code: "BR" });
    const { countryOfIp } = lookups({ ipCountryFile: file });
    expect(await Promise.all(["93.184.216.34", "200.1.2.3", "2001:db8::1"].map(countryOfIp))).toEqual([
      "FR",
      "BR",
      "unknown",
    ]);
    writeCountryFile(file, { registered_country: { iso_code: "DE" } }, undefined);
    const other = lookups({ ipCountryFile: file });
    expect([await other.countryOfIp("10.0.0.1"), await other.countryOfIp("200.1.2.3")]).toEqual(["DE", "unknown"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a country database that is broken or gone makes the country unknown, never a pass", async () => {
  const folder = mkdtempSync(join(tmpdir(), "veriflow-geo-"));
  try {
    writeFileSync(join(folder, "broken.mmdb"), "no database");
    for (const name of ["broken.mmdb", "gone.mmdb"]) {
      const outside = lookups({ ipCountryFile: join(folder, name) });
      const evidence = await gatherProfile({ lookups: outside }, { ip: "93.184.216.34", country: "FRA" });
      expect(checkProfile(evidence).checks.find((check) => check.name === "ip_country")?.status).toBe("unknown");
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
