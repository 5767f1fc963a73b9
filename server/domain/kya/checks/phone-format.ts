import type { ProfileCheck } from "@/server/domain/kya/profile-evidence";

export const phoneFormat: ProfileCheck = {
  name: "phone_format",
  run: ({ profile, phone }) => {
    if (profile.phone === undefined) return { status: "skipped", message: "No telephone number was given." };
    if (!phone?.possible)
      return { status: "fail", reason: "phone_malformed", message: "This is no telephone number in E.164 form." };
    const where = phone.country ? ` of ${phone.country}` : "";
    if (!phone.valid)
      return { status: "warn", reason: "phone_unassigned", message: `A number${where} in no range that is in use.` };
    const kind = phone.kind ? `${phone.kind.toLowerCase().replaceAll("_", " ")} number` : "number";
    return { status: "pass", message: `A possible ${kind}${where}.` };
  },
};
