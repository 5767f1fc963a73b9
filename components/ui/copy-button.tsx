"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** Copies `text`; says so for two seconds. */
export function CopyButton({
  text,
  label = "Copy",
  doneLabel = "Copied",
}: {
  text: string;
  label?: string;
  doneLabel?: string;
}) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <>
      <IconButton
        label={done ? doneLabel : label}
        size="icon"
        className="size-7"
        icon={
          done ? (
            <Check className="size-4 text-positive-text" aria-hidden="true" />
          ) : (
            <Copy className="size-4" aria-hidden="true" />
          )
        }
        onClick={() => navigator.clipboard.writeText(text).then(() => setDone(true))}
      />
      <span role="status" className="sr-only">
        {done ? doneLabel : ""}
      </span>
    </>
  );
}
