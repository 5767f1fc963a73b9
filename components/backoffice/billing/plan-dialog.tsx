"use client";

import { type FormEvent, useState } from "react";
import { words } from "@/components/dashboard/format";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { BilledModule } from "@/server/contract/enums";
import { type PlanForm, readPlanForm, showPlanForm } from "@/server/domain/billing/plan-form";
import { PricedModule, type PriceList } from "@/server/domain/billing/price-list";

interface Plan {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly prices: PriceList;
  readonly nextPrices: PriceList | null;
  readonly quotas: Readonly<Record<string, number>>;
}

function formOf(data: FormData): PlanForm {
  const text = (name: string) => String(data.get(name) ?? "");
  const each = (kind: string, keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, text(`${kind}.${key}`)]));
  return {
    fee: text("fee"),
    prices: each("prices", PricedModule.options),
    tiers: each("tiers", BilledModule.options),
    quotas: each("quotas", BilledModule.options),
  } as PlanForm;
}

/** The editor of a plan. Quotas and name hold at once, prices from the next month on. */
export function PlanDialog({ plan }: { plan: Plan }) {
  const [open, setOpen] = useState(false);
  const [mistakes, setMistakes] = useState<readonly string[]>([]);
  const { run, busy, error } = useAction(trpc.operatorBilling.updatePlan.mutate);
  const shown = showPlanForm(plan.nextPrices ?? plan.prices, plan.quotas, plan.currency);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const read = readPlanForm(formOf(data), plan.currency);
    setMistakes("mistakes" in read ? read.mistakes : []);
    if ("mistakes" in read) return;
    if (await run({ planId: plan.id, name: String(data.get("name")), ...read })) setOpen(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">Change</Button>}
      title={`Change ${plan.name}`}
      description="Name and quotas hold at once. Fee, prices and discounts hold from the first of next month, and no invoice of a month before changes."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name">
            <Input name="name" required maxLength={60} defaultValue={plan.name} />
          </Field>
          <Field label={`Fee a month (${plan.currency})`}>
            <Input name="fee" required inputMode="decimal" defaultValue={shown.fee} />
          </Field>
        </div>
        {BilledModule.options.map((module) => (
          <ModuleFields key={module} module={module} shown={shown} currency={plan.currency} />
        ))}
        {[...mistakes, ...(error ? [error] : [])].map((mistake) => (
          <Alert key={mistake} tone="negative" title={mistake} live />
        ))}
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function ModuleFields({ module, shown, currency }: { module: BilledModule; shown: PlanForm; currency: string }) {
  return (
    <fieldset className="grid gap-3 border-line border-t pt-3 sm:grid-cols-[1fr_1fr_1.5fr]">
      <legend className="sr-only">{words(module)}</legend>
      {module === "workflow" ? (
        <p className="self-center text-sm">
          <span className="font-medium">Workflow</span>
          <span className="block text-muted text-xs">The sum of its modules</span>
        </p>
      ) : (
        <Field label={`${words(module)} (${currency})`}>
          <Input name={`prices.${module}`} required inputMode="decimal" defaultValue={shown.prices[module]} />
        </Field>
      )}
      <Field label="Calls a month">
        <Input
          name={`quotas.${module}`}
          inputMode="numeric"
          placeholder="no limit"
          defaultValue={shown.quotas[module]}
        />
      </Field>
      <Field label="Discounts, over calls: percent">
        <Input name={`tiers.${module}`} defaultValue={shown.tiers[module]} placeholder="1000: 5, 3000: 10" />
      </Field>
    </fieldset>
  );
}
