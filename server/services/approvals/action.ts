import type { z } from "zod";
import type { OperatorPermission, Permission } from "@/server/domain/people/permissions";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/** What is carried out: asked for by one person, allowed by another. */
export interface Allowed<Input> {
  readonly subject: string;
  readonly input: Input;
  readonly requestedBy: string;
}

/** One thing that takes four eyes. Carrying it out twice changes nothing more, or is refused. */
export interface ApprovalAction<Input = unknown> {
  readonly kind: string;
  /** What the screens call it: `Accept a rejected verification`. */
  readonly title: string;
  /** What both people need: who may do it alone where four eyes are not asked for. */
  readonly needs: { readonly permission: Permission } | { readonly operator: OperatorPermission };
  readonly schema: z.ZodType<Input>;
  /** Under which key the request waits: the subject's own, so that erasing it erases the request. */
  readonly keyOf: (ctx: Ctx, tx: Tx, subject: string) => Promise<DataKey | "master">;
  /** One line for the second person: why it was asked for. */
  readonly reason: (input: Input) => string;
  /** Works in transactions of its own. AppError where it is no longer possible. */
  readonly carryOut: (ctx: Ctx, allowed: Allowed<Input>) => Promise<void>;
}

/** Keeps the input's type where an action is declared, and forgets it for the list of all. */
export function defineAction<Input>(action: ApprovalAction<Input>): ApprovalAction {
  return action as unknown as ApprovalAction;
}
