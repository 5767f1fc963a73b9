"use client";

import { TRPCClientError } from "@trpc/client";
import { useRouter } from "next/navigation";
import { useState } from "react";

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** What a refusal means to a person, where its code alone does not say it. */
const REASONS: Readonly<Record<string, string>> = {
  password: "The password is not right.",
  code: "The code is not right, or it was used before.",
  last_owner: "This is the last owner. Make somebody else an owner first.",
  last_super_admin: "This is the last super-admin. Make somebody else one first.",
  own_request: "You asked for this yourself: somebody else has to decide.",
  waits_already: "The same was asked for and still waits.",
  no_second_factor: "No second factor is set up there.",
  has_members: "The tenant has members: its owners invite others.",
  no_grant: "The tenant has not allowed you to look at its data, or the time is over.",
};

/** The sentence to show for a refused call: a field's own where there is one. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return "The server does not answer. Try again in a moment.";
  const reason = error.data?.error?.details?.reason;
  return fieldsOf(error)[0]?.message ?? REASONS[reason] ?? error.message;
}

/** Every field at fault, by its place in what was sent. */
function fieldsOf(error: unknown): readonly FieldProblem[] {
  if (!(error instanceof TRPCClientError)) return [];
  return (error.data?.error?.details?.fields as readonly FieldProblem[] | undefined) ?? [];
}

/**
 * Runs a call of a button: busy while it runs, its refusal as a sentence, and (unless `refresh` is false) fresh data
 * after it.
 */
export function useAction<Input extends unknown[], Output>(
  call: (...input: Input) => Promise<Output>,
  { refresh = true }: { refresh?: boolean } = {},
) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [fields, setFields] = useState<readonly FieldProblem[]>([]);
  async function run(...input: Input): Promise<Output | undefined> {
    setBusy(true);
    setError(undefined);
    setFields([]);
    try {
      const output = await call(...input);
      if (refresh) router.refresh();
      return output;
    } catch (caught) {
      setError(sentenceOf(caught));
      setFields(fieldsOf(caught));
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  return { run, busy, error, fields };
}
