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
import { Textarea } from "@/components/ui/textarea";

type Explained = Awaited<ReturnType<typeof trpc.keys.explainSignature.mutate>>;

/**
 * Why did my signature fail: the request as it was sent in, the server's canonical string and the likely mistake out.
 */
export function SignatureForm() {
  const [answer, setAnswer] = useState<Explained>();
  const { run, busy, error } = useAction(trpc.keys.explainSignature.mutate);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (name: string) => String(form.get(name) ?? "");
    setAnswer(
      await run({
        keyId: of("keyId"),
        timestamp: of("timestamp"),
        method: of("method"),
        path: of("path"),
        body: of("body"),
        signature: of("signature"),
      }),
    );
  }
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card>
        <CardHeader title="The request as you sent it" />
        <CardBody>
          <form onSubmit={submit} className="flex flex-col gap-4">
            {error && <Alert tone="negative" title={error} live />}
            <Field label="X-API-KEY">
              <Input name="keyId" required className="mono" />
            </Field>
            <Field label="X-API-TIMESTAMP">
              <Input name="timestamp" required className="mono" />
            </Field>
            <Field label="X-API-SIGN">
              <Input name="signature" required className="mono" />
            </Field>
            <div className="grid grid-cols-[7rem_1fr] gap-3">
              <Field label="Method">
                <NativeSelect name="method">
                  <option>POST</option>
                  <option>GET</option>
                  <option>DELETE</option>
                </NativeSelect>
              </Field>
              <Field label="Path with query" hint="As it was sent.">
                <Input name="path" required className="mono" placeholder="/v1/kyc/verify" />
              </Field>
            </div>
            <Field label="Body" optional="may be empty">
              <Textarea name="body" rows={6} className="mono" />
            </Field>
            <div className="flex justify-end">
              <Button type="submit" variant="primary" busy={busy}>
                Explain
              </Button>
            </div>
          </form>
        </CardBody>
      </Card>
      {answer && <Answer answer={answer} />}
    </div>
  );
}

function Answer({ answer }: { answer: Explained }) {
  return (
    <Card>
      <CardHeader title="What the server sees" />
      <CardBody className="flex flex-col gap-4">
        <Alert
          tone={answer.matches ? "positive" : "negative"}
          title={answer.matches ? "The signature matches." : "The signature does not match."}
          live
        />
        {answer.key !== "usable" && <Alert tone="negative" title={`The key is ${answer.key}.`} />}
        {answer.seenBefore && <Alert tone="caution" title="This signature was accepted before; each is good once." />}
        {answer.findings.map((finding) => (
          <Alert key={finding} tone="caution" title={finding} />
        ))}
        <div>
          <p className="mb-1 text-muted text-sm">The string to sign, line by line</p>
          <pre className="mono overflow-x-auto rounded-control border border-line bg-sunken p-3 text-sm">
            {answer.canonicalString}
          </pre>
        </div>
      </CardBody>
    </Card>
  );
}
