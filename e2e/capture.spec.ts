import { expect, type Page, test } from "@playwright/test";
import { FAKE_CAMERA, tenantClient } from "@/e2e/fixtures/capture-page";
import { ensureCaptureVideo } from "@/e2e/fixtures/capture-video";
import { findViolations } from "@/e2e/fixtures/find-violations";
import { getJob } from "@/server/contract/v1/kyc";
import { createSession, getSession } from "@/server/contract/v1/sessions";
import { INJECTION_SIGNALS } from "@/server/domain/liveness/injection";

/** The hosted page in a real browser, its camera playing a drawn passport and the drawn person it was issued to. */
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

test.use({ bypassCSP: false, launchOptions: FAKE_CAMERA });
test.beforeAll(() => {
  test.setTimeout(600_000);
  ensureCaptureVideo();
});

/** Every address that the page asks for, and what it says in its console. */
function watch(page: Page, baseUrl: string) {
  const foreign: string[] = [];
  const errors: string[] = [];
  let scriptBytes = 0;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(baseUrl) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("response", async (response) => {
    if (!/\.js$/.test(new URL(response.url()).pathname)) return;
    scriptBytes +=
      (
        await response
          .request()
          .sizes()
          .catch(() => undefined)
      )?.responseBodySize ?? 0;
  });
  return { foreign, errors, scriptBytes: () => scriptBytes };
}

for (const [name, viewport] of Object.entries(SCREENS)) {
  test(`from link to accepted, with nothing asked of another origin: ${name}`, async ({ browser, baseURL }) => {
    const base = String(baseURL);
    const api = tenantClient(base);
    const session = await api.call(createSession, { body: { reference: `capture-${name}` } });
    const context = await browser.newContext({ viewport, hasTouch: name === "phone", isMobile: name === "phone" });
    const page = await context.newPage();
    const seen = watch(page, base);

    await page.goto(session.url);
    await expect(page).toHaveURL(`${base}/verify/session`);
    await page.getByRole("button", { name: "Agree and continue" }).click();
    await page.getByText("Passport", { exact: true }).click();
    expect(seen.scriptBytes(), "script before the camera").toBeLessThan(100_000);
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    // the picture takes itself
    await expect(page.getByRole("heading", { name: "Can you read everything?" })).toBeVisible({ timeout: 60_000 });
    await page.getByRole("button", { name: "Use this picture" }).click();
    await page.getByRole("button", { name: "I am ready" }).click();
    await expect(page.getByRole("heading", { name: "Checking" })).toBeVisible({ timeout: 120_000 });
    const result = page.locator("[data-decision]");
    await expect(result).toBeVisible({ timeout: 60_000 });
    await expect(result).toHaveAttribute("data-decision", "accepted");

    const view = await api.call(getSession, { params: { id: session.session_id } });
    expect(view).toMatchObject({ status: "accepted", decision: "accepted", reference: `capture-${name}` });
    const job = JSON.stringify(await api.call(getJob, { params: { id: String(view.job_id) } }));
    for (const { id } of INJECTION_SIGNALS)
      expect(job, "no sign of injection in a genuine capture").not.toContain(`"${id}"`);
    expect(seen.foreign).toEqual([]);
    expect(seen.errors).toEqual([]);

    const again = await context.newPage();
    await again.goto(session.url);
    await expect(again.getByRole("heading", { name: "You already started here" })).toBeVisible();
    await context.clearCookies();
    await again.goto(session.url);
    await expect(again.getByRole("heading", { name: "This link was already used" })).toBeVisible();
    await context.close();
  });
}

test("no screen has anything that axe finds wrong, in light and dark and from right to left", async ({
  browser,
  baseURL,
}) => {
  const base = String(baseURL);
  for (const [locale, colorScheme] of [
    ["en", "light"],
    ["ar", "dark"],
  ] as const) {
    const { url } = await tenantClient(base).call(createSession, { body: { locale } });
    const context = await browser.newContext({
      viewport: SCREENS.phone,
      colorScheme,
      reducedMotion: "reduce",
      bypassCSP: true,
    });
    const page = await context.newPage();
    const check = async (screen: string) => expect(await findViolations(page), `${screen} ${locale}`).toEqual([]);
    await page.goto(url);
    const primary = page.getByRole("main").getByRole("button").first();
    await expect(page).toHaveURL(/\/verify\/session$/);
    await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
    await check("consent");
    await page.getByRole("main").getByRole("button").nth(1).click();
    await check("declined");
    await primary.click();
    await primary.click();
    await page.getByRole("radio").first().check({ force: true });
    await check("document");
    await primary.click();
    await expect(page.locator("video")).toBeVisible();
    await check("camera");
    await expect(page.getByRole("img")).toBeVisible({ timeout: 60_000 });
    await check("look at the picture");
    await primary.click();
    await expect(page.getByRole("img")).toBeHidden();
    await check("face");
    await primary.click();
    await expect(page.locator("video")).toBeVisible();
    await check("face camera");
    await context.close();
  }
});

test("the keyboard alone is enough, and the focus goes to each new screen's title", async ({ page, baseURL }) => {
  const { url } = await tenantClient(String(baseURL)).call(createSession, {
    body: { document_types: ["passport", "id_card"] },
  });
  await page.goto(url);
  await expect(page).toHaveURL(/\/verify\/session$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Choose your document" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Page with your photo" })).toBeFocused();
});

test("a refused camera has its own page, and a picture can be uploaded instead", async ({ browser, baseURL }) => {
  const { url } = await tenantClient(String(baseURL)).call(createSession, { body: { document_types: ["passport"] } });
  const context = await browser.newContext({ viewport: SCREENS.phone });
  const page = await context.newPage();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
  });
  await page.goto(url);
  await expect(page).toHaveURL(/\/verify\/session$/);
  await page.getByRole("button", { name: "Agree and continue" }).click();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The camera is not allowed" })).toBeVisible();
  const junk = { name: "passport.jpg", mimeType: "image/jpeg", buffer: Buffer.from("this is no picture") };
  await page.locator("[data-upload]").setInputFiles(junk);
  await page.getByRole("button", { name: "Use this picture" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a JPEG, PNG or WebP picture");
  await context.close();
});

test("a laptop hands the session to a phone and follows along; the link in the code works once", async ({
  browser,
  baseURL,
}) => {
  const base = String(baseURL);
  const { url } = await tenantClient(base).call(createSession, { body: {} });
  const laptop = await (await browser.newContext({ viewport: SCREENS.desktop })).newPage();
  await laptop.goto(url);
  await expect(laptop).toHaveURL(/\/verify\/session$/);
  await laptop.getByRole("button", { name: "Agree and continue" }).click();
  const offered = laptop.waitForResponse(/\/verify\/api\/handoff$/);
  await laptop.getByRole("button", { name: "Continue on a phone" }).click();
  const offer: { url: string } = await (await offered).json();
  await expect(laptop.getByRole("img", { name: "QR code" })).toBeVisible();

  const phone = await (await browser.newContext({ viewport: SCREENS.phone })).newPage();
  await phone.goto(offer.url);
  await expect(phone.getByRole("heading", { name: "Choose your document" })).toBeVisible();
  await expect(phone).toHaveURL(/\/verify\/session$/);
  await expect(laptop.getByText("Go on with your phone")).toBeVisible();
  const meddling = await laptop.evaluate(async () => {
    const headers = { "x-capture": "1", "content-type": "application/json" };
    const body = JSON.stringify({ type: "passport", country: null });
    return (await fetch("/verify/api/document", { method: "POST", headers, body })).status;
  });
  expect(meddling).toBe(403);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(offer.url);
  await expect(stranger.getByRole("heading", { name: "This link was already used" })).toBeVisible();
});

test("a page that the tenant did not list can neither frame the capture nor speak for it", async ({
  browser,
  baseURL,
}) => {
  const { url } = await tenantClient(String(baseURL)).call(createSession, { body: {} });
  const page = await (await browser.newContext()).newPage();
  const shop = `<!doctype html><title>Shop</title><iframe src="${url}"></iframe>`;
  await page.route("http://shop.example/", (route) => route.fulfill({ contentType: "text/html", body: shop }));
  await page.goto("http://shop.example/");
  await expect.poll(() => page.frames()[1]?.url()).toContain("chrome-error:");

  await page.goto(url);
  await expect(page).toHaveURL(/\/verify\/session$/);
  const asked = { data: { language: "en" } };
  const forged: Record<string, string>[] = [
    { "x-capture": "1", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-origin" },
  ];
  for (const headers of forged) {
    const answer = await page.request.post(`${baseURL}/verify/api/consent`, { ...asked, headers });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
  }
});
