/**
 * Values that mean something to the sandbox alone: domains that RFC 2606 and addresses that RFC 5737 keep for examples.
 */

/** Mail domain → what the sandbox says of it. */
export const MAGIC_DOMAINS: Readonly<
  Record<string, { readonly mailServer: boolean | "unknown"; readonly disposable: boolean; readonly says: string }>
> = {
  "mail.sandbox.example": { mailServer: true, disposable: false, says: "takes mail" },
  "no-mail.sandbox.example": { mailServer: false, disposable: false, says: "takes no mail (`email_no_mx`)" },
  "unknown.sandbox.example": {
    mailServer: "unknown",
    disposable: false,
    says: "could not be looked up (`email_mx_unknown`)",
  },
  "throw-away.sandbox.example": {
    mailServer: true,
    disposable: true,
    says: "gives out throw-away addresses (`email_disposable`)",
  },
};

/** Address → country (ISO 3166 alpha-2) in the sandbox. */
export const MAGIC_ADDRESSES: Readonly<Record<string, string>> = {
  "192.0.2.33": "FR",
  "192.0.2.49": "DE",
  "192.0.2.1": "US",
  "192.0.2.255": "unknown",
};

/** In `metadata` of a verification with a test key: the scenario that is played, whatever the pictures show. */
const SCENARIO_METADATA = "sandbox_scenario";

const NAME_PREFIX = /^sandbox\s+/i;

/**
 * The scenario that a verification's own words ask for: `metadata.sandbox_scenario`, else a stated name such as
 * "Sandbox Document Expired" (the scenario's id in words). Undefined where neither names one.
 */
export function scenarioIdIn(input: {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly profile?: { readonly full_name?: string };
}): string | undefined {
  const named = input.metadata?.[SCENARIO_METADATA];
  if (named !== undefined) return named;
  const name = input.profile?.full_name?.trim() ?? "";
  if (!NAME_PREFIX.test(name)) return undefined;
  return name.replace(NAME_PREFIX, "").toLowerCase().replace(/\s+/g, "_");
}
