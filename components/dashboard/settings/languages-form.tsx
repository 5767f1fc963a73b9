"use client";

import { type FormEvent, useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { useToast } from "@/components/ui/toaster";
import { CAPTURE_LOCALES, type CaptureLocale } from "@/server/domain/capture/locales";

/** Languages that the hosted page offers. */
export function LanguagesForm({ languages }: { languages: readonly CaptureLocale[] }) {
  const toast = useToast();
  const [chosen, setChosen] = useState(languages);
  const { run, busy, error } = useAction(async () => {
    await trpc.settings.update.mutate({ languages: [...chosen] });
    toast("Saved.", "positive");
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    return run();
  }
  return (
    <Card>
      <CardHeader
        title="Languages"
        description="A person gets their own where it is among these, else English or the first."
      />
      <CardBody>
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          <div className="grid gap-2 sm:grid-cols-2 md:grid-cols-3">
            {(Object.entries(CAPTURE_LOCALES) as [CaptureLocale, string][]).map(([code, label]) => (
              <Checkbox
                key={code}
                label={label}
                checked={chosen.includes(code)}
                onCheckedChange={(on) =>
                  setChosen(on === true ? [...chosen, code] : chosen.filter((locale) => locale !== code))
                }
              />
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
