import type { BilledModule } from "@/server/contract/enums";

/** Dollars of one call → millionths, as whole numbers. */
const dollars = (amount: string): number => Math.round(Number(amount) * 1_000_000);

export interface SeedPlan {
  readonly id: string;
  readonly name: string;
  /** Millionths of a dollar for one call; the workflow costs what its modules cost (specification §16). */
  readonly prices: Readonly<Partial<Record<BilledModule, number>>>;
  /** Calls a month; absent is unlimited. */
  readonly quotas: Readonly<Partial<Record<BilledModule, number>>>;
  readonly rate_minute: number;
  readonly rate_day: number;
  readonly sla_percent: string;
}

/** Free (sandbox), Pro and Enterprise: the specification's §7, §11 and both ends of §16's price ranges. */
export const PLANS: readonly SeedPlan[] = [
  {
    id: "free",
    name: "Free",
    prices: { liveness: 0, ocr: 0, validate: 0, face_match: 0, workflow: 0, kya: 0 },
    quotas: { liveness: 100, ocr: 100, validate: 100, face_match: 100, workflow: 100, kya: 100 },
    rate_minute: 60,
    rate_day: 50_000,
    sla_percent: "0",
  },
  {
    id: "pro",
    name: "Pro",
    prices: priced("0.03", "0.12", "0.01", "0.05"),
    quotas: { liveness: 5_000, ocr: 5_000, validate: 5_000, face_match: 5_000, workflow: 5_000, kya: 5_000 },
    rate_minute: 60,
    rate_day: 50_000,
    sla_percent: "99.5",
  },
  {
    id: "enterprise",
    name: "Enterprise",
    prices: priced("0.01", "0.05", "0.01", "0.02"),
    quotas: {},
    rate_minute: 600,
    rate_day: 500_000,
    sla_percent: "99.9",
  },
];

/** The profile check has no price of its own in the specification: it is part of the others. */
function priced(liveness: string, ocr: string, validate: string, match: string): SeedPlan["prices"] {
  const modules = {
    liveness: dollars(liveness),
    ocr: dollars(ocr),
    validate: dollars(validate),
    face_match: dollars(match),
  };
  const workflow = Object.values(modules).reduce((sum, price) => sum + price, 0);
  return { ...modules, kya: 0, workflow };
}
