import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export interface CountingReceiver {
  readonly url: string;
  secret: string;
  /** Verified calls by the verification that they speak of. */
  readonly byJob: ReadonlyMap<string, number>;
  readonly unverified: number;
  close(): void;
}

/** Counts verified webhooks; fails the first call of every tenth, so that retries are seen too. */
export async function startCountingReceiver(): Promise<CountingReceiver> {
  const byJob = new Map<string, number>();
  const state = { secret: "", unverified: 0, calls: 0 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      state.calls++;
      if (state.calls % 10 === 0) return response.writeHead(503).end();
      try {
        const body = Buffer.concat(chunks).toString("utf8");
        const event = new Webhook(state.secret).verify(body, request.headers as Record<string, string>);
        const { job_id: jobId } = (event as { data: { job_id: string } }).data;
        byJob.set(jobId, (byJob.get(jobId) ?? 0) + 1);
        return response.writeHead(204).end();
      } catch {
        state.unverified++;
        return response.writeHead(401).end();
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    get secret() {
      return state.secret;
    },
    set secret(value) {
      state.secret = value;
    },
    byJob,
    get unverified() {
      return state.unverified;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
