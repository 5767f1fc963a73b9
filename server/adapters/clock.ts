import type { Clock } from "@/server/services/ports";

export const systemClock: Clock = { now: () => new Date() };
