import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { TOTP } from "otpauth";
import { findViolations } from "@/e2e/fixtures/find-violations";
import { readCredentials } from "@/scripts/read-credentials";

test.use({ bypassCSP: true });

const dataDir = process.env.VERIFLOW_DATA_DIR ?? ".veriflow";
const PASSWORD = "copper lantern wide meadow";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The link in the last mail to an address, as the mail's file holds it. */
function mailedLink(to: string): string {
  const folder = join(dataDir, "mail");
  const mails = readdirSync(folder).sort().reverse();
  const mail = mails.map((name) => readFileSync(join(folder, name), "utf8")).find((text) => text.includes(to));
  const text = String(mail)
    .replace(/=\r?\n/g, "")
    .replace(/=3D/g, "=");
  return String(/http\S+\/join\/[\w-]+/.exec(text)?.[0]);
}

test("a member is invited, joins, sets a second factor up, signs in with it, and is refused what their role may not", async ({
  page,
  browser,
  baseURL,
}) => {
  const { email: ownerEmail, password } = readCredentials(dataDir).dashboard;
  const name = `Rae ${Date.now()}`;
  const email = `${name.replace(" ", "-").toLowerCase()}@demo-bank.example`;
  await page.goto("/dashboard");
  await signIn(page, ownerEmail, password);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.goto("/dashboard/members");
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("radio", { name: /^Reviewer/ }).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("cell", { name: email })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  const theirs = await browser.newPage({ baseURL, bypassCSP: true });
  const link = mailedLink(email);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "Join Demo Bank" })).toBeVisible();
  expect(await findViolations(theirs)).toEqual([]);
  await theirs.getByLabel("Your name").fill(name);
  await theirs.getByLabel("Password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByRole("heading", { name: "Overview" })).toBeVisible();

  await theirs.goto("/dashboard/account");
  await theirs.getByRole("button", { name: "Set up" }).click();
  await theirs.getByRole("button", { name: "Set up an authenticator app" }).click();
  await theirs.getByText("I cannot scan it").click();
  const secret = String(await theirs.locator("details code").textContent()).replace(/\s/g, "");
  const app = new TOTP({ secret });
  await theirs.getByLabel("Code").fill(app.generate());
  await theirs.getByRole("button", { name: "Confirm" }).click();
  await expect(theirs.getByText("Keep these recovery codes")).toBeVisible();
  const recovery = String(await theirs.getByRole("dialog").locator("li").first().textContent());
  await theirs.getByRole("button", { name: "I have kept them" }).click();
  expect(await findViolations(theirs)).toEqual([]);

  await theirs.getByRole("button", { name: "Sign out", exact: true }).click();
  await signIn(theirs, email, PASSWORD);
  await expect(theirs.getByRole("heading", { name: "Confirm that it is you" })).toBeVisible();
  await theirs.goto("/dashboard");
  await expect(theirs.getByRole("heading", { name: "Confirm that it is you" })).toBeVisible();
  await theirs.getByLabel("Code").fill("000000");
  await theirs.getByRole("button", { name: "Continue" }).click();
  await expect(theirs.getByText("The code is not right")).toBeVisible();
  await theirs.getByRole("button", { name: "I cannot use my app" }).click();
  await theirs.getByLabel("Recovery code").fill(recovery);
  await theirs.getByRole("button", { name: "Continue" }).click();
  await expect(theirs.getByRole("heading", { name: "Overview" })).toBeVisible();

  await expect(theirs.getByRole("link", { name: "Verifications", exact: true })).toBeVisible();
  for (const hidden of ["API keys", "Members", "Audit"]) {
    await expect(theirs.getByRole("link", { name: hidden })).toHaveCount(0);
  }
  expect((await theirs.goto("/dashboard/keys"))?.status()).toBe(403);
  await expect(theirs.getByText("Your role does not open this page")).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This invitation is over" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText(`${name} was signed out of 1 session.`, { exact: true })).toBeVisible();
  await theirs.goto("/dashboard");
  await expect(theirs).toHaveURL(/sign-in/);
  await theirs.close();
});
