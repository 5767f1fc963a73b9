import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { BackofficeNavigation } from "@/components/backoffice/navigation";
import { PersonCorner } from "@/components/people/person-corner";
import { PersonFooter } from "@/components/people/person-footer";
import { Toaster } from "@/components/ui/toaster";
import { requirePerson } from "@/server/api/auth/require-person";

export const metadata: Metadata = { title: { default: "Operator", template: "%s · Operator" } };

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson("/operator");
  if (!person.operatorRole) notFound();
  return (
    <Toaster>
      <BackofficeNavigation
        role={person.operatorRole}
        footer={<PersonFooter name={person.name} email={person.email} account="/operator/account" />}
        corner={<PersonCorner account="/operator/account" />}
      >
        {children}
      </BackofficeNavigation>
    </Toaster>
  );
}
