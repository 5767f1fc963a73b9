import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { BackofficeNavigation } from "@/components/backoffice/navigation";
import { PersonFooter } from "@/components/people/person-footer";
import { currentPerson } from "@/server/api/auth/current-person";

export const metadata: Metadata = { title: { default: "Operator", template: "%s · Operator" } };

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  if (!person) redirect("/sign-in?callbackUrl=/operator");
  if (!person.operatorRole) notFound();
  return (
    <BackofficeNavigation footer={<PersonFooter name={person.name} email={person.email} />}>
      {children}
    </BackofficeNavigation>
  );
}
