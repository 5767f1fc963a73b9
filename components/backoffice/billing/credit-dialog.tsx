"use client";

import { type FormEvent, useRef, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toaster";
import { minorDigits } from "@/server/domain/billing/currency";

/** Decimal text as minor units; undefined where it is no amount of the currency. */
function minorOf(text: string, currency: string): bigint | undefined {
  const digits = minorDigits(currency);
  const found = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  const fraction = found?.[2] ?? "";
  return found && fraction.length <= digits ? BigInt(found[1] + fraction.padEnd(digits, "0")) : undefined;
}

/** Gives back part or all of an invoice. One request makes one credit note, however often it is sent. */
export function CreditDialog({ invoiceId, number, currency }: { invoiceId: string; number: string; currency: string }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const [mistake, setMistake] = useState<string>();
  const { run, busy, error } = useAction(trpc.operatorBilling.credit.mutate);
  const requestId = useRef("");
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const amount = minorOf(String(form.get("amount")), currency);
    setMistake(amount === undefined ? `Write an amount such as 12.50, in ${currency}.` : undefined);
    if (amount === undefined) return;
    const made = await run({ invoiceId, amount, reason: String(form.get("reason")), requestId: requestId.current });
    if (!made) return;
    toast(made === "waiting" ? "A second operator has to allow it." : "The credit note is issued.", "positive");
    setOpen(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (next) requestId.current = crypto.randomUUID();
        setOpen(next);
      }}
      trigger={<Button variant="primary">Issue credit note</Button>}
      title={`Credit note for ${number}`}
      description="The invoice stays as it is. A credit note has a number of its own and cannot be taken back."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Alert tone="negative" title={error} live />}
        <Field label={`Amount (${currency})`} error={mistake}>
          <Input name="amount" inputMode="decimal" required placeholder="0.00" />
        </Field>
        <Field label="Reason" hint="It stands on the credit note.">
          <Textarea name="reason" required maxLength={500} rows={3} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Issue
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
