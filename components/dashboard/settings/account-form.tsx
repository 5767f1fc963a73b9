"use client";

import type { FormEvent } from "react";
import type { Country } from "@/components/capture/countries";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { useToast } from "@/components/ui/toaster";

/**
 * Name, country and support address of the tenant; plan and region are the operator's to change. The countries come
 * from the server: a browser may name some of them otherwise, and the two renderings would differ.
 */
export function AccountForm({
  name,
  country,
  supportEmail,
  plan,
  region,
  countries,
}: {
  name: string;
  country: string;
  supportEmail: string;
  plan: string;
  region: string;
  countries: readonly Country[];
}) {
  const toast = useToast();
  const { run, busy, error } = useAction(async (form: FormData) => {
    const of = (field: string) => String(form.get(field));
    await trpc.settings.update.mutate({ name: of("name"), country: of("country"), supportEmail: of("supportEmail") });
    toast("Saved.", "positive");
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(new FormData(event.currentTarget));
  }
  return (
    <Card>
      <CardHeader title="Account" description="People see the name and the support address on the hosted page." />
      <CardBody>
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Field label="Name">
              <Input name="name" defaultValue={name} required maxLength={100} />
            </Field>
            <Field label="Country">
              <NativeSelect name="country" defaultValue={country}>
                {countries.map(({ alpha3, name: label }) => (
                  <option key={alpha3} value={alpha3}>
                    {label}
                  </option>
                ))}
              </NativeSelect>
            </Field>
            <Field label="Support address">
              <Input name="supportEmail" type="email" defaultValue={supportEmail} required maxLength={320} />
            </Field>
            <div className="grid grid-cols-2 gap-4">
              <Field label="Plan" hint="Changed by your provider.">
                <Input value={plan} disabled readOnly />
              </Field>
              <Field label="Region" hint="Where data are kept.">
                <Input value={region} disabled readOnly />
              </Field>
            </div>
          </div>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={busy}>
              Save
            </Button>
          </div>
        </form>
      </CardBody>
    </Card>
  );
}
