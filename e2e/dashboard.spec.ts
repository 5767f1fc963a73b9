import { readFileSync } from "node:fs";
import { type Cookie, expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { findViolations } from "@/e2e/fixtures/find-violations";
import { readCredentials } from "@/scripts/read-credentials";
import { people } from "@/scripts/specimens/people";
import { specimenVerification } from "@/scripts/specimens/specimen-verification";
import { encodeBase64 } from "@/server/contract/base64";
import { createClient } from "@/server/contract/client";
import { ENDPOINTS } from "@/server/contract/v1/index";

test.use({ bypassCSP: true });

const credentials = () => readCredentials(process.env.VERIFLOW_DATA_DIR ?? ".veriflow");

type Who = "dashboard" | "operator";
const cookiesOf: Partial<Record<Who, Cookie[]>> = {};

/**
 * Once for each of the two, whose session the later tests go on with: a person may try ten times a quarter of an hour.
 */
async function signIn(page: Page, who: Who): Promise<void> {
  await page.context().addCookies(cookiesOf[who] ?? []);
  await page.goto(who === "dashboard" ? "/dashboard" : "/operator");
  if (!cookiesOf[who]) await fillIn(page, who);
  await expect(page.getByRole("heading", { name: who === "dashboard" ? "Overview" : "Tenants" })).toBeVisible();
  cookiesOf[who] ??= await page.context().cookies();
}

async function fillIn(page: Page, who: Who): Promise<void> {
  await page.getByLabel("E-mail").fill(credentials()[who].email);
  await page.getByLabel("Password").fill(credentials()[who].password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Clicks until it is open: on a busy machine a page is seen a moment before it listens. */
async function openDialog(page: Page, button: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.getByRole("button", { name: button }).click({ timeout: 1_000 });
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Sends a drawn person's passport through the API and waits for the decision. */
async function verifyOne(reference: string): Promise<{ id: string; surname: string }> {
  const { base_url: baseUrl, api_key: keyId, api_secret: secret } = credentials();
  const client = createClient({ baseUrl, keyId, secret });
  const { selfie, front, expected } = await specimenVerification({ person: people[0] });
  const body = { image_live_base64: encodeBase64(selfie), image_front_base64: encodeBase64(front), reference };
  const { job_id: id } = await client.call(ENDPOINTS.verifyIdentity, { body });
  await expect
    .poll(async () => (await client.call(ENDPOINTS.getJob, { params: { id } })).status, {
      timeout: 90_000,
      intervals: [2_000],
    })
    .toBe("completed");
  return { id, surname: String(expected.fields.surname) };
}

test("a wrong password lets nobody in and says so", async ({ page }) => {
  await page.goto("/dashboard");
  await page.getByLabel("E-mail").fill(credentials().dashboard.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("is not right")).toBeVisible();
  await page.goto("/dashboard/verifications");
  await expect(page).toHaveURL(/sign-in/);
});

test("a reviewer finds a verification, reads its score, and sees the person only after asking", async ({ page }) => {
  const { id, surname } = await verifyOne("journey-1");
  await signIn(page, "dashboard");
  await page.goto("/dashboard/verifications?text=journey-1");
  await page.locator("tbody a").first().click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByText("Score taken apart")).toBeVisible();
  await expect(page.getByText(surname)).toHaveCount(0);
  await page.getByRole("button", { name: "Show personal data" }).click();
  await expect(page.getByRole("cell", { name: surname }).first()).toBeVisible();
  const portrait = page.getByRole("img", { name: "Live" });
  await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.reload();
  await expect(page.getByText("job.revealed")).toBeVisible();
});

test("a developer makes a key, sees its secret once, and revokes it", async ({ page }) => {
  await signIn(page, "dashboard");
  await page.goto("/dashboard/keys");
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Label").fill("journey key");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText(/^vfs_/)).toBeVisible();
  const key = String(
    await page
      .getByText(/^vf_test_/)
      .last()
      .textContent(),
  );
  await page.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await expect(page.getByText(/^vfs_/)).toHaveCount(0);
  const row = page.getByRole("row").filter({ hasText: key });
  await row.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row.getByText("Revoked")).toBeVisible();
});

test("everything about a person is given out as one file, and an unknown reference is said to be one", async ({
  page,
}) => {
  const { base_url: baseUrl, api_key: keyId, api_secret: secret } = credentials();
  const body = { reference: "journey-export" };
  await createClient({ baseUrl, keyId, secret }).call(ENDPOINTS.createSession, { body });
  await signIn(page, "dashboard");
  await page.goto("/dashboard/approvals");
  await openDialog(page, "Export a person");
  const ask = async (reference: string) => {
    await page.getByLabel("Reference").fill(reference);
    await page.getByRole("button", { name: "Make the file" }).click();
  };
  await ask("nobody");
  await expect(page.getByText("Nothing is kept under this reference")).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), ask("journey-export")]);
  const names = Object.keys(unzipSync(readFileSync(await file.path())));
  expect(names).toEqual(expect.arrayContaining(["subject.json", expect.stringMatching(/^sessions\/ses_/)]));
});

test("a tenant chooses how long its data are kept, and finds its choice again", async ({ page }) => {
  await signIn(page, "dashboard");
  await page.goto("/dashboard/settings");
  await page.getByLabel("Law to keep to").selectOption("cubi");
  await page.getByLabel("Pictures and frames").fill("14");
  await page.locator("form").filter({ hasText: "Law to keep to" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Law to keep to")).toHaveValue("cubi");
  await expect(page.getByLabel("Pictures and frames")).toHaveValue("14");
});

test("an operator opens a tenant, and its page asks for the first owner until one is there", async ({ page }) => {
  await signIn(page, "operator");
  await openDialog(page, "New tenant");
  await page.getByLabel("Name").fill("Journey Bank");
  await page.getByLabel("Owner's e-mail").fill("owner@journey.example");
  await page.getByLabel("Country").selectOption("FRA");
  await page.getByRole("button", { name: "Make the tenant" }).click();
  await expect(page.getByText("on its way to owner@journey.example").first()).toBeVisible();
  await page.getByRole("link", { name: "Journey Bank" }).first().click();
  await expect(page.getByRole("button", { name: "Invite" })).toBeVisible();
});

test("an operator sees tenants and health, and a tenant's owner does not", async ({ page, browser }) => {
  await signIn(page, "operator");
  await expect(page.getByRole("cell", { name: /Demo Bank/ })).toBeVisible();
  await page.goto("/operator/health");
  await expect(page.getByText("OCR-B line recogniser")).toBeVisible();
  const other = await browser.newPage();
  await signIn(other, "dashboard");
  expect((await other.goto("/operator"))?.status()).toBe(404);
  await other.close();
});

const SCREENS = [
  "",
  "/verifications",
  "/sessions",
  "/usage",
  "/billing",
  "/keys",
  "/webhooks",
  "/requests",
  "/signature",
  "/workflow",
  "/approvals",
  "/settings",
  "/members",
  "/access",
  "/account",
  "/audit",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen of the dashboard is without axe violations in ${colorScheme} colours`, async ({
    browser,
    baseURL,
  }) => {
    const page = await browser.newPage({ baseURL, colorScheme, bypassCSP: true });
    await signIn(page, "dashboard");
    for (const screen of SCREENS) {
      await page.goto(`/dashboard${screen}`);
      expect(await findViolations(page), screen).toEqual([]);
    }
    await page.close();
  });
}
