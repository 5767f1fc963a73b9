import { defineConfig } from "@playwright/test";
import { LAUNCH } from "@/e2e/fixtures/launch-options";

/** Journeys a person takes, in a real Chromium, against a served veriFlow (`npm test` starts one and sets BASE_URL). */
export default defineConfig({
  testDir: "e2e",
  timeout: 180_000,
  workers: 1,
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: process.env.REPORT_FILE ?? "test-results/report.json" }]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    launchOptions: LAUNCH,
  },
});
