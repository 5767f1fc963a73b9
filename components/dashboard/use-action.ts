"use client";

import { TRPCClientError } from "@trpc/client";
import { useRouter } from "next/navigation";
import { useState } from "react";

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The sentence to show for a refused call: a field's own where there is one. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return "The server does not answer. Try again in a moment.";
  return fieldsOf(error)[0]?.message ?? error.message;
}

/** Every field at fault, by its place in what was sent. */
function fieldsOf(error: unknown): readonly FieldProblem[] {
  if (!(error instanceof TRPCClientError)) return [];
  return (error.data?.error?.details?.fields as readonly FieldProblem[] | undefined) ?? [];
}

/** Runs a call of a button: busy while it runs, its refusal as a sentence, and the page's data fetched anew after it. */
export function useAction<Input extends unknown[], Output>(call: (...input: Input) => Promise<Output>) {
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
      router.refresh();
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
