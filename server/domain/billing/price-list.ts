import { z } from "zod";
import { BilledModule } from "@/server/contract/enums";

/** What has a price of its own; the workflow costs what its modules cost (specification §16). */
export const PricedModule = BilledModule.exclude(["workflow"]);
export type PricedModule = z.infer<typeof PricedModule>;

/** Calls of a month beyond `above` cost `discount_bp` hundredths of a percent less. */
export const Tier = z.object({
  above: z.number().int().min(1).max(1_000_000_000),
  discount_bp: z.number().int().min(1).max(10_000),
});
export type Tier = z.infer<typeof Tier>;

const Tiers = z
  .array(Tier)
  .max(20)
  .refine((tiers) => tiers.every((tier, i) => i === 0 || tier.above > tiers[i - 1].above), {
    message: "Each tier begins above the one before.",
  });

/** Millionths of the currency for one call, as a whole number. */
const Micros = z.number().int().min(0).max(1_000_000_000_000);

/**
 * What a plan costs: a fee a month in minor units, prices a call in millionths, and discounts by the month's volume.
 */
export const PriceList = z.object({
  monthly_fee: z.number().int().min(0).max(1_000_000_000_000),
  prices: z.partialRecord(PricedModule, Micros),
  tiers: z.partialRecord(BilledModule, Tiers),
});
export type PriceList = z.infer<typeof PriceList>;

/** What is counted: calls of a module, or of a module within the workflow. */
export interface Metered {
  readonly module: BilledModule;
  /** Within the workflow, the module that ran; null outside it. */
  readonly part: PricedModule | null;
}

/** Everything that can be counted, in the order in which an invoice lists it. */
export const METERED: readonly Metered[] = [
  ...PricedModule.options.map((part): Metered => ({ module: "workflow", part })),
  ...PricedModule.options.map((module): Metered => ({ module, part: null })),
];

export type MeterKey = PricedModule | `workflow/${PricedModule}`;

export function meterKey({ module, part }: Metered): MeterKey {
  return (part === null ? module : `${module}/${part}`) as MeterKey;
}
