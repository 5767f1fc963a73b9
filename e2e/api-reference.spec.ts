import { expect, test } from "@playwright/test";
import { readCredentials } from "@/scripts/read-credentials";

/** A developer reads the API, gives a key, and makes the first signed request without any code. */
test("a request tried in the reference is signed in the browser and answered, and nothing is asked of another origin", async ({
  page,
  baseURL,
}) => {
  const base = String(baseURL);
  const { api_key, api_secret } = readCredentials(process.env.VERIFLOW_DATA_DIR ?? ".veriflow");
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
    if (request.url().includes(api_secret) || request.postData()?.includes(api_secret))
      foreign.push("the secret was sent");
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) errors.push(message.text());
  });

  await page.goto("/docs/api");
  await page.getByLabel("API key").fill(api_key);
  await page.getByLabel("Secret").fill(api_secret);
  const operation = page.locator("#operations-Profile-checkProfile");
  await operation.click();
  await operation.getByRole("button", { name: "Try it out" }).click();
  await operation.locator("textarea").fill(JSON.stringify({ phone: "+33612345678" }));
  await operation.getByRole("button", { name: "Execute" }).click();
  const answer = operation.locator(".live-responses-table");
  await expect(answer.locator(".response-col_status").nth(1)).toContainText("200", { timeout: 30_000 });
  await expect(answer).toContainText('"score": 1');
  expect([foreign, errors]).toEqual([[], []]);
});
