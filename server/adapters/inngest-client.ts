import { Inngest } from "inngest";
import type { Env } from "@/server/env";
import type { Log } from "@/server/services/ports";

export const APP_ID = "veriflow";

export type InngestSettings = Pick<Env, "INNGEST_BASE_URL" | "INNGEST_EVENT_KEY" | "INNGEST_SIGNING_KEY">;

/**
 * The client that functions are declared with. With `INNGEST_BASE_URL` it belongs to that server, whose calls must be
 * signed; without, to the embedded executor, which calls in process and never over the network.
 */
export function makeInngestClient(settings: InngestSettings, log: Log): Inngest {
  const { INNGEST_BASE_URL: baseUrl, INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey } = settings;
  const logger = sdkLogger(log);
  return baseUrl
    ? new Inngest({ id: APP_ID, baseUrl, eventKey, signingKey, logger })
    : new Inngest({ id: APP_ID, isDev: true, logger });
}

/** The SDK's own remarks, without the errors' texts: those may quote what a step was working on. */
function sdkLogger(log: Log) {
  const say =
    (level: "info" | "warn" | "error") =>
    (...parts: unknown[]): void => {
      const message = parts.find((part) => typeof part === "string") ?? "";
      const kinds = parts.map((part) => (part as { err?: Error } | null)?.err ?? part);
      const error = kinds.find((part) => part instanceof Error);
      log[level]({ sdk: String(message).slice(0, 200), type: error?.name }, "inngest");
    };
  return { info: () => undefined, debug: () => undefined, warn: say("warn"), error: say("warn") };
}
