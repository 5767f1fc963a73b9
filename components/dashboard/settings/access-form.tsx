"use client";

import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import type { AccessPolicy } from "@/server/domain/people/access-policy";

/** What the tenant demands of its own people. */
export function AccessForm({ access }: { access: AccessPolicy }) {
  const { run, busy, error } = useAction((change: Partial<AccessPolicy>) =>
    trpc.settings.update.mutate({ access: { ...access, ...change } }),
  );
  return (
    <Card>
      <CardHeader title="Security" description="What is asked of the members of this account." />
      <CardBody className="flex flex-col gap-5">
        {error && <Alert tone="negative" title={error} live />}
        <Switch
          label="Everybody needs a second factor"
          hint="Who has none sets one up before they see anything else, you included."
          checked={access.second_factor}
          disabled={busy}
          onCheckedChange={(on) => run({ second_factor: on })}
        />
        <Switch
          label="Four eyes"
          hint="Accepting a rejected verification, and erasing everything about a person, wait until a second member allows it."
          checked={access.four_eyes}
          disabled={busy}
          onCheckedChange={(on) => run({ four_eyes: on })}
        />
      </CardBody>
    </Card>
  );
}
