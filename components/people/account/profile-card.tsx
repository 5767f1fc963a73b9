"use client";

import type { FormEvent } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toaster";

/** The name under which others see the person. */
export function ProfileCard({ name }: { name: string }) {
  const toast = useToast();
  const { run, busy, error } = useAction(async (next: string) => {
    await trpc.account.rename.mutate({ name: next });
    toast("Your name is changed.", "positive");
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return run(String(new FormData(event.currentTarget).get("name")));
  }
  return (
    <Card>
      <CardHeader title="Name" description="How others in your accounts see you." />
      <CardBody>
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          <Field label="Name">
            <Input name="name" autoComplete="name" defaultValue={name} required maxLength={100} />
          </Field>
          <div className="flex justify-end">
            <Button type="submit" busy={busy}>
              Save
            </Button>
          </div>
        </form>
      </CardBody>
    </Card>
  );
}
