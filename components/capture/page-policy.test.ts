import { expect, test } from "vitest";
import { pagePolicy } from "@/components/capture/page-policy";

test("only the origins that a tenant lists may frame the page, and none by default", () => {
  expect(pagePolicy([])).toContain("frame-ancestors 'none'");
  const listed = pagePolicy(["https://shop.example", "https://pay.example:8443"]);
  expect(listed).toMatch(/frame-ancestors https:\/\/shop\.example https:\/\/pay\.example:8443$/);
});

test("no source but the page's own, and nothing inline", () => {
  const sources = pagePolicy([]).replace(/frame-ancestors.*/, "");
  expect(sources).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  for (const none of ["default-src", "object-src", "base-uri"]) expect(sources).toContain(`${none} 'none'`);
});
