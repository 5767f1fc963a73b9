"use client";

import { ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { ProofDialog } from "@/components/people/account/proof-dialog";
import { EnrolSteps } from "@/components/people/enrol-steps";
import { RecoveryCodes } from "@/components/people/recovery-codes";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";

/** The authenticator app: set up, taken away, and the codes for when it is lost. */
export function SecondFactorCard({
  enrolled,
  required,
  hasPassword,
}: {
  enrolled: boolean;
  required: boolean;
  hasPassword: boolean;
}) {
  const [open, setOpen] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <Card>
      <CardHeader
        title="Second factor"
        description="A code of your authenticator app, besides the password."
        actions={
          <Badge tone={enrolled ? "positive" : "neutral"} icon={enrolled ? <ShieldCheck /> : <ShieldOff />}>
            {enrolled ? "On" : "Off"}
          </Badge>
        }
      />
      <CardBody className="flex flex-wrap gap-2">
        {/* The dialog stays while the codes are shown, although the card already says "On". */}
        {(!enrolled || open) && (
          <Dialog
            open={open}
            onOpenChange={setOpen}
            trigger={<Button variant="primary">Set up</Button>}
            title="Set up a second factor"
          >
            <EnrolSteps onDone={() => setOpen(false)} doneLabel="I have kept them" />
          </Dialog>
        )}
        {enrolled && !open && (
          <>
            <ProofDialog
              title="New recovery codes"
              description="The codes that you have now stop working."
              trigger={<Button>New recovery codes</Button>}
              confirm="Make new codes"
              hasPassword={hasPassword}
              action={async (proof) => setCodes((await trpc.account.renewRecoveryCodes.mutate(proof)).recoveryCodes)}
            >
              {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} doneLabel="I have kept them" />}
            </ProofDialog>
            <ProofDialog
              title="Take the second factor away"
              description={
                required
                  ? "An account of yours asks for one: you will have to set it up again at once."
                  : "From then on the password alone opens your account."
              }
              trigger={<Button variant="danger">Take away</Button>}
              confirm="Take away"
              danger
              hasPassword={hasPassword}
              action={(proof) => trpc.account.disableSecondFactor.mutate(proof)}
            />
          </>
        )}
      </CardBody>
    </Card>
  );
}
