import type { Environment } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { marked, scenarioIdOf } from "@/server/domain/sandbox/magic-picture";
import { MAGIC_ADDRESSES, MAGIC_DOMAINS } from "@/server/domain/sandbox/magic-values";
import type { SeenScenario, Sight } from "@/server/domain/sandbox/scenario";
import { findScenario } from "@/server/domain/sandbox/scenarios";
import type { Adapters, Lookups, Vision } from "@/server/services/ports";

type Eyes = Pick<Adapters, "vision" | "lookups" | "clock">;

/**
 * The same outside with the sandbox's eyes, for test keys alone: a magic picture is seen as what its scenario declares,
 * a magic address is looked up as declared, and everything else is looked at for real. Live data never come here.
 */
export function sandboxed<A extends Eyes>(outside: A, environment: Environment): A {
  if (environment !== "test") return outside;
  const seenBy = (...pictures: (Uint8Array | undefined)[]) => seenIn(pictures.map((one) => one && scenarioIdOf(one)));
  return { ...outside, vision: scriptedBy(outside, seenBy), lookups: magicLookups(outside.lookups) };
}

/** The same where a verification as a whole plays a scenario, whatever its pictures show. */
export function playing<A extends Eyes>(outside: A, scenarioId: string | undefined): A {
  const scenario = seenIn([scenarioId]);
  return scenario ? { ...outside, vision: scriptedBy(outside, () => scenario) } : outside;
}

function seenIn(ids: readonly (string | undefined)[]): SeenScenario | undefined {
  const found = ids.map((id) => findScenario(id)).find((scenario) => scenario?.kind === "seen");
  return found?.kind === "seen" ? found : undefined;
}

function scriptedBy(
  { vision, clock }: Eyes,
  scenarioOf: (...pictures: (Uint8Array | undefined)[]) => SeenScenario | undefined,
): Vision {
  const sightOf = (scenario: SeenScenario) => scenario.see(clock.now().toISOString().slice(0, 10));
  return {
    async inspect(bytes) {
      const looked = await vision.inspect(bytes);
      const id = scenarioIdOf(bytes);
      return id === undefined ? looked : { ...looked, bytes: marked(looked.bytes, id) };
    },
    async liveness(input) {
      const scenario = scenarioOf(input.still, ...(input.frames ?? []).map(({ bytes }) => bytes));
      return scenario ? told(sightOf(scenario).liveness, "liveness") : vision.liveness(input);
    },
    async document(input) {
      const scenario = scenarioOf(input.front, input.back);
      return scenario ? told(sightOf(scenario).document, "document") : vision.document(input);
    },
    async face(bytes, where) {
      const scenario = scenarioOf(bytes);
      return scenario ? told(sightOf(scenario).faces, "face")[where] : vision.face(bytes, where);
    },
    async portrait(bytes) {
      return scenarioOf(bytes) ? undefined : vision.portrait(bytes);
    },
    nearest: (gallery, probe, limits) => vision.nearest(gallery, probe, limits),
  };
}

function told<T extends Sight[keyof Sight]>(sight: T, model: string): Exclude<T, "unavailable"> {
  if (sight === "unavailable") throw new AppError("model_unavailable", { model: `sandbox-${model}` });
  return sight as Exclude<T, "unavailable">;
}

function magicLookups(lookups: Lookups): Lookups {
  return {
    hasMailServer: async (domain) => MAGIC_DOMAINS[domain]?.mailServer ?? lookups.hasMailServer(domain),
    countryOfIp: async (ip) => MAGIC_ADDRESSES[ip] ?? lookups.countryOfIp(ip),
    isDisposableDomain: (domain) => MAGIC_DOMAINS[domain]?.disposable ?? lookups.isDisposableDomain(domain),
    phone: (number, country) => lookups.phone(number, country),
  };
}
