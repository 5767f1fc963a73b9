import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OPERATOR_SCREENS } from "@/components/backoffice/screens";
import { homeOf, SCREENS, screensFor } from "@/components/dashboard/screens";
import { may, operatorMay, ROLES } from "@/server/domain/people/permissions";

/** Folders of pages; `account` is everybody's own and stands at the foot of the menu. */
function pagesOf(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(folder, name, "page.tsx")) && name !== "account");
}
const hrefs = (groups: readonly { items: readonly { href: string }[] }[]) =>
  groups.flatMap((group) => group.items.map((item) => item.href));

test("every page of the dashboard and of the back office is in the menu, with the permission that it needs", () => {
  for (const [root, folder, groups] of [
    ["/dashboard", "app/(dashboard)/dashboard", SCREENS],
    ["/operator", "app/(backoffice)/operator", OPERATOR_SCREENS],
  ] as const) {
    const listed = hrefs(groups).filter((href) => href.split("/").length === 3);
    expect(listed.sort(), root).toEqual(
      pagesOf(folder)
        .map((name) => `${root}/${name}`)
        .sort(),
    );
  }
});

test("a role sees the screens that its permissions open, and no empty group", () => {
  for (const role of ROLES) {
    const shown = screensFor(SCREENS, ({ needs }) => may(role, needs));
    const expected = SCREENS.flatMap((group) => group.items).filter((item) => may(role, item.needs));
    expect(hrefs(shown)).toEqual(expected.map((item) => item.href));
    expect(shown.every((group) => group.items.length > 0)).toBe(true);
  }
  expect(hrefs(screensFor(SCREENS, ({ needs }) => may("reviewer", needs)))).not.toContain("/dashboard/keys");
  expect(hrefs(screensFor(OPERATOR_SCREENS, ({ needs }) => operatorMay("support", needs)))).not.toContain(
    "/operator/people",
  );
});

test("everybody begins where they may be", () => {
  expect(homeOf("owner")).toBe("/dashboard");
  for (const role of ROLES) expect(hrefs(screensFor(SCREENS, ({ needs }) => may(role, needs)))).toContain(homeOf(role));
  expect(homeOf("")).toBe("/dashboard/account");
});
