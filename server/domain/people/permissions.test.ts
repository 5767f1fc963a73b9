import { expect, test } from "vitest";
import {
  may,
  OPERATOR_PERMISSIONS,
  operatorMay,
  PERMISSIONS,
  type Permission,
} from "@/server/domain/people/permissions";

test("an owner holds every permission of a tenant and a stranger none", () => {
  for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
    expect(may("owner", permission)).toBe(true);
    expect(may(undefined, permission)).toBe(false);
    expect(may("super_admin", permission)).toBe(false);
  }
});

test("a viewer can change nothing", () => {
  for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
    if (!permission.endsWith(":read")) expect(may("viewer", permission)).toBe(false);
  }
});

test("a tenant's owner holds no permission of the operator", () => {
  for (const permission of Object.keys(OPERATOR_PERMISSIONS) as (keyof typeof OPERATOR_PERMISSIONS)[]) {
    expect(operatorMay("owner", permission)).toBe(false);
  }
});
