import { emailDomain } from "@/server/domain/kya/email-address";
import type { ProfileCheck } from "@/server/domain/kya/profile-evidence";

export const emailSyntax: ProfileCheck = {
  name: "email_syntax",
  run: ({ profile }) => {
    if (profile.email === undefined) return { status: "skipped", message: "No e-mail address was given." };
    return emailDomain(profile.email)
      ? { status: "pass", message: "The e-mail address is well formed." }
      : { status: "fail", reason: "email_malformed", message: "The e-mail address is not well formed." };
  },
};
