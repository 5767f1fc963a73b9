import type { Metadata } from "next";
import { listCountries } from "@/components/capture/countries";
import { AccessForm } from "@/components/dashboard/settings/access-form";
import { AccountForm } from "@/components/dashboard/settings/account-form";
import { BrandingForm } from "@/components/dashboard/settings/branding-form";
import { LanguagesForm } from "@/components/dashboard/settings/languages-form";
import { RetentionForm } from "@/components/dashboard/settings/retention-form";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Account settings" };

export default async function SettingsPage() {
  const settings = await (await caller()).settings.read();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Account settings" description="Every change is in the audit." />
      <AccountForm {...settings} countries={listCountries("en")} />
      <BrandingForm name={settings.name} branding={settings.branding} />
      <LanguagesForm languages={settings.branding.languages} />
      <AccessForm access={settings.access} scanRequired={settings.scanRequired} />
      <RetentionForm retention={settings.retention} />
    </div>
  );
}
