import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export interface ReceivedWebhook {
  readonly type: string;
  /** What it is about, from the event's data. */
  readonly jobId: string | undefined;
  readonly id: string;
  readonly at: number;
}

export interface Receiver {
  readonly url: string;
  /** The secret that the server answered when the address was registered. */
  trust(secret: string): void;
  /** Resolves with the first verified webhook about a verification; rejects after the time. */
  waitFor(jobId: string, timeoutMs: number): Promise<ReceivedWebhook>;
  /** Calls whose signature did not hold. */
  readonly refused: number;
  close(): void;
}

/** A webhook receiver on this machine, as a tenant would write one: it trusts what the reference library verifies. */
export async function startReceiver(): Promise<Receiver> {
  const received: ReceivedWebhook[] = [];
  const waiting: (() => void)[] = [];
  let secret = "";
  let refused = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const webhook = verified(secret, Buffer.concat(chunks).toString("utf8"), request.headers);
      if (!webhook) refused++;
      response.writeHead(webhook ? 204 : 401).end();
      if (!webhook) return;
      received.push(webhook);
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    trust: (given) => {
      secret = given;
    },
    get refused() {
      return refused;
    },
    waitFor: async (jobId, timeoutMs) => {
      const until = Date.now() + timeoutMs;
      for (;;) {
        const found = received.find((one) => one.jobId === jobId);
        if (found) return found;
        const left = until - Date.now();
        if (left <= 0) throw new Error(`No webhook about ${jobId} came within ${timeoutMs / 1000} s.`);
        await Promise.race([new Promise<void>((wake) => waiting.push(wake)), sleep(left)]);
      }
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms).unref());

function verified(secret: string, body: string, headers: IncomingHttpHeaders): ReceivedWebhook | undefined {
  try {
    const event = new Webhook(secret).verify(body, headers as Record<string, string>) as {
      id: string;
      type: string;
      data: { job_id?: string };
    };
    return { type: event.type, id: event.id, jobId: event.data.job_id, at: Date.now() };
  } catch {
    return undefined;
  }
}
