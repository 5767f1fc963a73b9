import { expect, test } from "vitest";
import { MESSAGES } from "@/components/capture/messages";
import { renderPage } from "@/components/capture/render-page";

const page = (locale: "en" | "ar", name = "Demo") =>
  renderPage(
    {
      token: null,
      view: { brand: { name } } as never,
      problem: null,
      locale,
      messages: MESSAGES[locale],
      worker: "/capture/w.js",
      embedders: [],
    },
    { script: "/capture/a.js", style: "/capture/a.css" },
  );

test("data of a tenant cannot end the script element or the text it stands in", () => {
  const html = page("en", "</script><img src=x onerror=alert(1)>");
  expect(html).not.toContain("</script><img");
  expect(html).not.toMatch(/<img/);
});

test("the page says its language and direction, and loads one script and one style", () => {
  expect(page("ar")).toContain('<html lang="ar" dir="rtl">');
  expect(page("en").match(/<script[^>]* src=/g)).toHaveLength(1);
  expect(page("en").match(/rel="stylesheet"/g)).toHaveLength(1);
  expect(page("en")).not.toMatch(/https?:\/\//);
});
