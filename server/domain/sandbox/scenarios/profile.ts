import type { Profile } from "@/server/contract/fields";
import type { Scenario } from "@/server/domain/sandbox/scenario";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

function seen(title: string, profile: Profile, reasons: readonly string[]): Scenario {
  const see = (today: string) => soundSight(today);
  return { kind: "seen", title, see, send: { profile }, expect: { decision: "accepted", reasons } };
}

/** Profiles to send with a sound capture: the values are the sandbox's magic ones. */
export const profile: Readonly<Record<string, Scenario>> = {
  profile_checks: seen(
    "A profile that agrees with the document",
    { full_name: "Anna Maria Eriksson", email: "anna@mail.sandbox.example", phone: "+33612345678", ip: "192.0.2.33" },
    ["profile_checks"],
  ),
  email_malformed: seen("An e-mail address that is none", { email: "anna(at)mail" }, ["email_malformed"]),
  email_no_mx: seen("A domain that takes no mail", { email: "anna@no-mail.sandbox.example" }, ["email_no_mx"]),
  email_mx_unknown: seen("A domain that could not be looked up", { email: "anna@unknown.sandbox.example" }, [
    "email_mx_unknown",
  ]),
  email_disposable: seen("A throw-away address", { email: "anna@throw-away.sandbox.example" }, ["email_disposable"]),
  phone_malformed: seen("A telephone number that is none", { phone: "12" }, ["phone_malformed"]),
  phone_unassigned: seen("A telephone number of a range that is not in use", { phone: "+33012345678" }, [
    "phone_unassigned",
  ]),
  ip_country_differs: seen("An address in another country", { ip: "192.0.2.1" }, ["ip_country_differs"]),
  ip_country_unknown: seen("An address of no known country", { ip: "192.0.2.255" }, ["ip_country_unknown"]),
  name_close: seen("A name a letter apart", { full_name: "Anna Maria Erikson" }, ["name_close"]),
  name_differs: seen("Another name", { full_name: "Berit Lindqvist" }, ["name_differs"]),
  profile_unchecked: seen("A profile with nothing to hold against the document", { country: "FRA" }, [
    "profile_unchecked",
  ]),
};
