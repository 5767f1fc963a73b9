import { emailDomain } from "@/server/domain/kya/email-address";
import type { ProfileCheck } from "@/server/domain/kya/profile-evidence";

export const emailDisposable: ProfileCheck = {
  name: "email_disposable",
  run: ({ profile, disposable }) => {
    if (profile.email === undefined || !emailDomain(profile.email))
      return { status: "skipped", message: "There is no well-formed e-mail address to look up." };
    if (disposable === undefined)
      return { status: "unknown", reason: "email_disposable_unknown", message: "The domain could not be looked up." };
    return disposable
      ? { status: "fail", reason: "email_disposable", message: "The domain gives out throw-away addresses." }
      : { status: "pass", message: "The domain is not known for throw-away addresses." };
  },
};
