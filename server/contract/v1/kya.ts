import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { Profile, Unit, Usage } from "@/server/contract/fields";

/** `unknown` is never a pass: the check could not be made. */
export const KyaCheck = z.object({
  name: z.enum(["email_syntax", "email_mx", "email_disposable", "phone_format", "ip_country", "name_coherence"]),
  status: z.enum(["pass", "fail", "warn", "unknown", "skipped"]),
  reason: z.string().optional(),
  message: z.string(),
});
export type KyaCheck = z.infer<typeof KyaCheck>;

export const checkProfile = endpoint({
  id: "checkProfile",
  method: "POST",
  path: "/v1/kya/check",
  tag: "Profile",
  summary: "Check an e-mail address, a telephone number, an address and a name against each other",
  description: "A look-up that cannot be made leads to `unknown`, never to a pass.",
  scope: "kya",
  billed: "kya",
  params: Nothing,
  query: Nothing,
  body: Profile,
  output: z.object({ score: Unit, checks: z.array(KyaCheck), processing_ms: z.number(), usage: Usage }),
  status: 200,
  errors: ["quota_exceeded"],
  example: {
    body: { email: "ada@example.org", phone: "+33612345678", full_name: "Ada Martin" },
    output: {
      score: 1,
      checks: [{ name: "phone_format", status: "pass", message: "A possible mobile number of France." }],
      processing_ms: 12,
      usage: { module: "kya", billed: true },
    },
  },
});
