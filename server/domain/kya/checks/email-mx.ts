import { emailDomain } from "@/server/domain/kya/email-address";
import type { ProfileCheck } from "@/server/domain/kya/profile-evidence";

/** Whether anyone takes mail for the address's domain (RFC 5321 §5.1, RFC 7505 for "none"). */
export const emailMx: ProfileCheck = {
  name: "email_mx",
  run: ({ profile, mailServer }) => {
    if (profile.email === undefined || !emailDomain(profile.email))
      return { status: "skipped", message: "There is no well-formed e-mail address to look up." };
    if (mailServer === true) return { status: "pass", message: "The domain takes mail." };
    if (mailServer === false) return { status: "fail", reason: "email_no_mx", message: "The domain takes no mail." };
    return {
      status: "unknown",
      reason: "email_mx_unknown",
      message: "Whether the domain takes mail could not be looked up.",
    };
  },
};
