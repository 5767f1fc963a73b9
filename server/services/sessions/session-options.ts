import { z } from "zod";
import { DocumentType } from "@/server/contract/enums";
import { Profile } from "@/server/contract/fields";

/** What the tenant said about the person when it made the link: sealed in `session.options_sealed`. */
export const SessionOptions = z.object({
  document_types: z.array(DocumentType).optional(),
  country: z.string().optional(),
  profile: Profile.optional(),
  metadata: z.record(z.string(), z.string()).default({}),
});
export type SessionOptions = z.infer<typeof SessionOptions>;
