import type { BilledModule } from "@/server/contract/enums";
import type { PriceList, Tier } from "@/server/domain/billing/price-list";

export interface PlanDeclaration {
  readonly id: string;
  readonly name: string;
  /** ISO 4217 */
  readonly currency: string;
  readonly priceList: PriceList;
  /** Calls a month; absent is unlimited. */
  readonly quotas: Readonly<Partial<Record<BilledModule, number>>>;
  readonly rateMinute: number;
  readonly rateDay: number;
  readonly slaPercent: string;
}

/** Volume discounts of the workflow, and of the modules whose price has a range in the specification's §16. */
const PRO_TIERS: readonly Tier[] = [
  { above: 1_000, discount_bp: 500 },
  { above: 3_000, discount_bp: 1_000 },
];
const ENTERPRISE_TIERS: readonly Tier[] = [
  { above: 10_000, discount_bp: 500 },
  { above: 100_000, discount_bp: 1_000 },
  { above: 1_000_000, discount_bp: 2_000 },
];

const every = (calls: number) => ({
  liveness: calls,
  ocr: calls,
  validate: calls,
  face_match: calls,
  workflow: calls,
  kya: calls,
});

/**
 * The plans that a new installation has (specification §7, §11, §16: both ends of the price ranges); the operator
 * changes them afterwards. Prices are millionths of the currency a call, the fee is in cents a month. The profile check
 * has no price in the specification.
 */
export const PLANS: readonly PlanDeclaration[] = [
  {
    id: "free",
    name: "Free",
    currency: "USD",
    priceList: { monthly_fee: 0, prices: { liveness: 0, ocr: 0, validate: 0, face_match: 0, kya: 0 }, tiers: {} },
    quotas: every(100),
    rateMinute: 60,
    rateDay: 50_000,
    slaPercent: "0",
  },
  {
    id: "pro",
    name: "Pro",
    currency: "USD",
    priceList: {
      monthly_fee: 49_00,
      prices: { liveness: 30_000, ocr: 120_000, validate: 10_000, face_match: 50_000, kya: 0 },
      tiers: { liveness: [...PRO_TIERS], ocr: [...PRO_TIERS], face_match: [...PRO_TIERS], workflow: [...PRO_TIERS] },
    },
    quotas: every(5_000),
    rateMinute: 60,
    rateDay: 50_000,
    slaPercent: "99.5",
  },
  {
    id: "enterprise",
    name: "Enterprise",
    currency: "USD",
    priceList: {
      monthly_fee: 499_00,
      prices: { liveness: 10_000, ocr: 50_000, validate: 10_000, face_match: 20_000, kya: 0 },
      tiers: { workflow: [...ENTERPRISE_TIERS] },
    },
    quotas: {},
    rateMinute: 600,
    rateDay: 500_000,
    slaPercent: "99.9",
  },
];
