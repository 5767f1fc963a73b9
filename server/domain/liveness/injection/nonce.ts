import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";

/** The capture must carry the id of the challenge that it answers. */
export const nonce: InjectionSignal = {
  id: "nonce",
  find: ({ report, challenge }) => {
    if (!report || (!challenge && report.nonce === undefined)) return undefined;
    if (challenge && report.nonce === challenge.id) return undefined;
    const message =
      report.nonce === undefined
        ? "The capture carries no nonce."
        : "The capture carries a nonce that was not drawn for it.";
    return { message, weight: report.nonce === undefined ? 0.6 : 1 };
  },
};
