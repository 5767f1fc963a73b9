"use client";

import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { useToast } from "@/components/ui/toaster";
import { RETENTION_PRESETS, type RetentionPreset, type retentionOf } from "@/server/domain/privacy/retention-policy";

const PRESETS: Readonly<Record<RetentionPreset, string>> = {
  gdpr: "GDPR",
  bipa: "Illinois (BIPA)",
  cubi: "Texas (CUBI)",
};

const KINDS = {
  media: "Pictures and frames",
  templates: "Enrolled faces",
  results: "Fields, scores and reasons",
  logs: "Requests and webhooks",
} as const;
type Kind = keyof typeof KINDS;

/** For how many days each kind of data is kept; the preset says what is allowed at most. */
export function RetentionForm({ retention }: { retention: ReturnType<typeof retentionOf> }) {
  const [preset, setPreset] = useState<RetentionPreset>(retention.preset);
  const toast = useToast();
  const { run, busy, error } = useAction(async (form: FormData) => {
    const days = Object.keys(KINDS).map((kind) => [kind, Number(form.get(kind))]);
    await trpc.settings.update.mutate({ retention: { preset, ...Object.fromEntries(days) } });
    toast("Saved.", "positive");
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(new FormData(event.currentTarget));
  }
  const { standard, most } = RETENTION_PRESETS[preset];
  return (
    <Card>
      <CardHeader title="Retention" description="Days after which data are removed, from every place and for good." />
      <CardBody>
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          <Field label="Law to keep to">
            <NativeSelect value={preset} onChange={(event) => setPreset(event.target.value as RetentionPreset)}>
              {Object.entries(PRESETS).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          {/* keyed by the preset: another one begins with its own days */}
          <div key={preset} className="grid items-start gap-4 sm:grid-cols-2">
            {(Object.keys(KINDS) as Kind[]).map((kind) => (
              <Field key={kind} label={KINDS[kind]} hint={`At most ${most[kind]} days.`}>
                <Input
                  name={kind}
                  type="number"
                  min={0}
                  max={most[kind]}
                  required
                  defaultValue={preset === retention.preset ? retention[kind] : standard[kind]}
                />
              </Field>
            ))}
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
