"use client";

import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import type { AccessPolicy } from "@/server/domain/people/access-policy";

/** What the tenant demands of its own people, and of the pictures that it is sent. */
export function AccessForm({ access, scanRequired }: { access: AccessPolicy; scanRequired: boolean }) {
  const { run, busy, error } = useAction((change: { access: AccessPolicy } | { scanRequired: boolean }) =>
    trpc.settings.update.mutate(change),
  );
  const demand = (change: Partial<AccessPolicy>) => run({ access: { ...access, ...change } });
  return (
    <Card>
      <CardHeader title="Security" description="What is asked of the members of this account, and of pictures." />
      <CardBody className="flex flex-col gap-5">
        {error && <Alert tone="negative" title={error} live />}
        <Switch
          label="Everybody needs a second factor"
          hint="Who has none sets one up before they see anything else, you included."
          checked={access.second_factor}
          disabled={busy}
          onCheckedChange={(on) => demand({ second_factor: on })}
        />
        <Switch
          label="Four eyes"
          hint="Accepting a rejected verification, and erasing everything about a person, wait until a second member allows it."
          checked={access.four_eyes}
          disabled={busy}
          onCheckedChange={(on) => demand({ four_eyes: on })}
        />
        <Switch
          label="Refuse pictures that cannot be scanned"
          hint="While the virus scanner is away, pictures are refused instead of taken unscanned."
          checked={scanRequired}
          disabled={busy}
          onCheckedChange={(on) => run({ scanRequired: on })}
        />
      </CardBody>
    </Card>
  );
}
