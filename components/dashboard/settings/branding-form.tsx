"use client";

import { type ChangeEvent, type FormEvent, useState } from "react";
import { BrandPreview } from "@/components/dashboard/settings/brand-preview";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toaster";
import { type Branding, LOGO_CHARACTERS_MAX } from "@/server/domain/capture/branding";

const OUR_ACCENT = "#4f46e5";

/** A small file as an address that holds it whole. */
function readAsAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Colour and logo of the hosted page. */
export function BrandingForm({ name, branding }: { name: string; branding: Branding }) {
  const toast = useToast();
  const [accent, setAccent] = useState(branding.accent ?? OUR_ACCENT);
  const [logo, setLogo] = useState(branding.logo);
  const [tooLarge, setTooLarge] = useState(false);
  const { run, busy, error } = useAction(async () => {
    await trpc.settings.update.mutate({ accent: accent === OUR_ACCENT ? null : accent, logo: logo ?? null });
    toast("Saved. The hosted page shows it from now on.", "positive");
  });
  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    const address = await readAsAddress(file);
    setTooLarge(address.length > LOGO_CHARACTERS_MAX);
    if (address.length <= LOGO_CHARACTERS_MAX) setLogo(address);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    return run();
  }
  return (
    <Card>
      <CardHeader title="Branding" description="How the hosted page looks to the people you verify." />
      <CardBody className="grid items-start gap-6 md:grid-cols-2">
        <form onSubmit={submit} className="flex flex-col gap-4">
          {error && <Alert tone="negative" title={error} live />}
          {tooLarge && <Alert tone="negative" title="A logo has at most 100 kB." live />}
          <Field label="Colour" hint="Its hue is taken; the lightness is ours, so that text stays readable.">
            <Input type="color" value={accent} onChange={(event) => setAccent(event.target.value)} className="p-1" />
          </Field>
          <Field label="Logo" hint="PNG, JPEG, WebP or SVG, at most 100 kB.">
            <Input
              type="file"
              accept="image/png,image/jpeg,image/webp,image/svg+xml"
              onChange={choose}
              className="py-1.5 text-sm"
            />
          </Field>
          <div className="flex justify-end gap-2">
            {logo && (
              <button type="button" className={buttonClass()} onClick={() => setLogo(undefined)}>
                Without a logo
              </button>
            )}
            <Button type="submit" variant="primary" busy={busy}>
              Save
            </Button>
          </div>
        </form>
        <BrandPreview name={name} accent={accent} logo={logo} />
      </CardBody>
    </Card>
  );
}
