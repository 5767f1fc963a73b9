import type { Profile } from "@/server/contract/fields";
import { alpha2Of } from "@/server/domain/countries/iso-3166";
import { emailDomain } from "@/server/domain/kya/email-address";
import type { ProfileEvidence } from "@/server/domain/kya/profile-evidence";
import type { Ctx } from "@/server/services/ports";

/** Looks up what the checks of a profile need; a look-up that fails is `unknown`. */
export async function gatherProfile(
  { lookups }: Pick<Ctx, "lookups">,
  profile: Profile,
  document?: ProfileEvidence["document"],
): Promise<ProfileEvidence> {
  const domain = profile.email === undefined ? undefined : emailDomain(profile.email);
  const [mailServer, ipCountry] = await Promise.all([
    domain === undefined ? undefined : lookups.hasMailServer(domain).catch(() => "unknown" as const),
    profile.ip === undefined ? undefined : lookups.countryOfIp(profile.ip).catch(() => "unknown" as const),
  ]);
  const country = profile.country?.toUpperCase();
  const phone =
    profile.phone === undefined
      ? undefined
      : lookups.phone(profile.phone, country && (alpha2Of.get(country) ?? country));
  const disposable = domain === undefined ? undefined : lookups.isDisposableDomain(domain);
  return { profile, mailServer, disposable, phone, ipCountry, document };
}
