"use client";

import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

/** Ten codes, each good once where the app is lost; shown now and never again. */
export function RecoveryCodes({
  codes,
  onDone,
  doneLabel,
}: {
  codes: readonly string[];
  onDone: () => void;
  doneLabel: string;
}) {
  return (
    <div className="flex flex-col gap-4">
      <Alert tone="caution" title="Keep these recovery codes. They are not shown again." live>
        Each stands in for your app once.
      </Alert>
      <div className="relative rounded-control border border-line bg-sunken p-3">
        <ul className="mono grid gap-x-4 gap-y-1 text-sm sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className="absolute end-1 top-1">
          <CopyButton text={codes.join("\n")} label="Copy the recovery codes" />
        </div>
      </div>
      <Button variant="primary" wide onClick={onDone}>
        {doneLabel}
      </Button>
    </div>
  );
}
