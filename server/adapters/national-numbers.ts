import { stdnum } from "stdnum";

/** National numbers by the published rules of their countries, from the `stdnum` library. */

type Validator = { validate(value: string): { isValid: boolean } };

/** Marks that a number has in print and a zone leaves out, put back where the library insists on them. */
const PRINTED: Readonly<Record<string, (value: string) => string>> = {
  "SE.personnummer": (value) => value.replace(/^(\d{6,8})(\d{4})$/, "$1-$2"),
};

/**
 * @param rule country and number as country files name them: `SE.personnummer`
 * @returns whether the number's own digits hold, or null where the library has no such rule
 */
export function validateNationalNumber(rule: string, value: string): boolean | null {
  const [country, number] = rule.split(".");
  const validator = (stdnum as unknown as Record<string, Record<string, Validator> | undefined>)[country]?.[number];
  return validator ? validator.validate(PRINTED[rule]?.(value) ?? value).isValid : null;
}
