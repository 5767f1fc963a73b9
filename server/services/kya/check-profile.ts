import type { Profile } from "@/server/contract/fields";
import type { KyaCheck } from "@/server/contract/v1/kya";
import { checkProfile as judge } from "@/server/domain/kya/check-profile";
import { gatherProfile } from "@/server/services/kya/gather-profile";
import type { Ctx } from "@/server/services/ports";

/** Checks a profile on its own, with no document to hold it against. Nothing of it is kept. */
export async function checkProfile(ctx: Ctx, profile: Profile): Promise<{ score: number; checks: KyaCheck[] }> {
  return judge(await gatherProfile(ctx, profile));
}
