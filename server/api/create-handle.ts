import type { z } from "zod";
import type { Known, Progress } from "@/server/api/progress";
import { authenticate, credentialsOf, findUsableKey, type Proof } from "@/server/api/request/authenticate";
import { bodyLimit } from "@/server/api/request/body-limit";
import { claimOf } from "@/server/api/request/claim-key";
import { type BodyDecoder, bodyDecoder } from "@/server/api/request/decode-body";
import { type Incoming, incoming } from "@/server/api/request/incoming";
import { limitAddress, limitRequest } from "@/server/api/request/limit-rate";
import { parseInput } from "@/server/api/request/parse-input";
import { refuseZero } from "@/server/api/request/refuse-zero";
import { respond, respondRefusal } from "@/server/api/respond";
import { settleRefusal, settleSuccess } from "@/server/api/settle";
import { shapeOutput } from "@/server/api/shape-output";
import type { Shell } from "@/server/api/shell";
import { toRefusal } from "@/server/api/to-refusal";
import type { Endpoint } from "@/server/contract/endpoint";
import type { BilledModule } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { API_VERSION } from "@/server/contract/events";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Ctx } from "@/server/services/ports";
import { claimIdempotencyKey, type IdempotencyClaim } from "@/server/services/requests/claim-idempotency-key";
import type { KeyInUse } from "@/server/services/requests/find-key";
import { sandboxed } from "@/server/services/sandbox/sandboxed";
import { quotaPeriod, takeQuota } from "@/server/services/usage/take-quota";

/** What a route's function gets; parsed, so that it need not look again. */
export interface Call<E extends Endpoint> {
  readonly params: z.output<E["params"]>;
  readonly query: z.output<E["query"]>;
  readonly body: z.output<E["body"]>;
}

/** What it gives back: the declared answer without the parts that the shell adds to metered calls. */
export type Reply<E extends Endpoint> = Omit<z.input<E["output"]>, "processing_ms" | "usage">;

export type Run<E extends Endpoint> = (ctx: Ctx, call: Call<E>) => Promise<Reply<E>>;

export type RouteHandler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

interface Stages<E extends Endpoint> {
  readonly shell: Shell;
  readonly endpoint: E;
  readonly decode: BodyDecoder;
  readonly run: Run<E>;
}

/**
 * One public endpoint as a route handler: trace id → authenticate → rate limit → scope → parse → idempotency → quota →
 * run → answer in its declared shape → settle → respond. What refuses without writing comes before what writes; the
 * rate is counted before the scope is looked at, so that every answer can state it, and a repeated answer costs no
 * quota.
 */
export function createHandle(shellOf: () => Shell) {
  return function handle<E extends Endpoint>(endpoint: E, run: Run<E>): RouteHandler {
    const decode = bodyDecoder(endpoint);
    return async (request, route) => {
      const shell = shellOf();
      const asked = incoming(shell, request);
      const progress: Progress = {};
      const observe = (status: number, code?: string) =>
        shell.metrics.observe({
          endpoint: endpoint.id,
          status,
          code,
          seconds: (performance.now() - asked.startedAt) / 1000,
        });
      try {
        const answered = await answer({ shell, endpoint, decode, run }, asked, route, progress);
        observe(answered.status);
        return answered;
      } catch (error) {
        const { traceId: trace_id, requestId: request_id, method, path } = asked;
        const refusal = toRefusal(error, shell.adapters.log, {
          trace_id,
          request_id,
          method,
          path,
          endpoint: endpoint.id,
        });
        await settleRefusal(shell, asked, progress, refusal);
        observe(refusal.status, refusal.code);
        return respondRefusal(asked, refusal);
      }
    };
  };
}

async function answer<E extends Endpoint>(
  stages: Stages<E>,
  asked: Incoming,
  route: { params: Promise<Record<string, string>> },
  progress: Progress,
): Promise<Response> {
  const { shell, endpoint } = stages;
  const known = await identify(shell, asked, progress);
  const maxBytes = bodyLimit(endpoint);
  const declared = Number(asked.request.headers.get("content-length") ?? maxBytes);
  return shell.budget.hold(declared >= 0 ? Math.min(declared, maxBytes) : maxBytes, async () => {
    const { key, body: bytes } = await prove(shell, asked, known, maxBytes, progress);
    await limitRequest(shell, asked, key, endpoint.id);
    if (!key.scopes.includes(endpoint.scope)) throw new AppError("scope_missing", { scope: endpoint.scope });
    checkVersion(asked.request.headers.get("api-version"));
    const decoded = await stages.decode(asked.request.headers.get("content-type"), bytes);
    const sent = {
      params: (await route.params) ?? {},
      query: Object.fromEntries(new URL(asked.request.url).searchParams),
      body: decoded,
    };
    for (const part of Object.values(sent)) refuseZero(part);
    const call = {
      params: parseInput(endpoint.params, sent.params),
      query: parseInput(endpoint.query, sent.query),
      body: parseInput(endpoint.body, sent.body),
    } as Call<E>;
    return carryOut(stages, asked, { call, claim: claimOf(endpoint, asked, key.id, decoded) }, progress);
  });
}

async function identify(shell: Shell, asked: Incoming, progress: Progress): Promise<KeyInUse> {
  const key = await slowly(shell, asked, async () => {
    const credentials = credentialsOf(asked.request.headers);
    return shell.keys.find(credentials.keyId) ?? (await findUsableKey(shell.adapters, credentials));
  });
  progress.known = knownBy(shell, asked, key);
  return key;
}

function knownBy(shell: Shell, asked: Incoming, key: KeyInUse): Known {
  const { tenantId, environment, id } = key;
  return {
    ctx: {
      ...sandboxed(shell.adapters, environment),
      tenantId,
      environment,
      actor: id,
      keyId: id,
      traceId: asked.traceId,
    },
    key,
  };
}

function prove(shell: Shell, asked: Incoming, known: KeyInUse, maxBytes: number, progress: Progress): Promise<Proof> {
  return slowly(shell, asked, async () => {
    try {
      const proof = await authenticate(shell.adapters, asked, known, maxBytes);
      shell.keys.remember(proof.key);
      progress.known = knownBy(shell, asked, proof.key);
      return proof;
    } catch (error) {
      // What was remembered of the key may be the reason: a key that is no longer usable is refused as that.
      shell.keys.forget(known.id);
      await findUsableKey(shell.adapters, { keyId: known.id });
      throw error;
    }
  });
}

/** Whoever is refused before being known is counted by address. */
async function slowly<T>(shell: Shell, asked: Incoming, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) await limitAddress(shell.adapters.rates, asked);
    throw error;
  }
}

function checkVersion(version: string | null): void {
  if (version === null || version === API_VERSION) return;
  throw new AppError("invalid_request", {
    fields: [{ path: "api-version", message: `This server speaks ${API_VERSION}.` }],
  });
}

async function carryOut<E extends Endpoint>(
  { shell, endpoint, run }: Stages<E>,
  asked: Incoming,
  { call, claim }: { call: Call<E>; claim: IdempotencyClaim | undefined },
  progress: Progress,
): Promise<Response> {
  const known = progress.known!;
  const { ctx } = known;
  const stored = claim && (await claimIdempotencyKey(ctx, claim));
  if (stored) {
    asked.answerHeaders.set("Idempotent-Replayed", "true");
    await settleSuccess(shell, asked, known, { status: stored.status, body: stored.body });
    return respond(asked, stored.status, stored.body);
  }
  progress.claim = claim;
  const module = endpoint.billed;
  if (module) {
    const due = await ctx.database.inTenant(ctx.tenantId, (tx) => takeQuota(ctx, tx, module));
    await sendEvents(ctx, due);
    progress.quota = { module, period: quotaPeriod(ctx.clock.now()) };
  }
  const began = performance.now();
  const reply = await run(ctx, call);
  const metered = module && { processing_ms: Math.round(performance.now() - began), usage: usageOf(ctx, module) };
  const body = JSON.stringify(shapeOutput(endpoint, { ...reply, ...metered }));
  await settleSuccess(shell, asked, known, { status: endpoint.status, body, claim, module });
  return respond(asked, endpoint.status, body);
}

function usageOf(ctx: Ctx, module: BilledModule) {
  return { module, billed: ctx.environment === "live" };
}
