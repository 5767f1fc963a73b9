import { PasswordCard } from "@/components/people/account/password-card";
import { ProfileCard } from "@/components/people/account/profile-card";
import { SecondFactorCard } from "@/components/people/account/second-factor-card";
import { type SessionRow, SessionsCard } from "@/components/people/account/sessions-card";
import { PageHeader } from "@/components/ui/page-header";

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly secondFactor: { readonly enrolled: boolean; readonly required: boolean };
  readonly sessionId: string;
  readonly sessions: readonly SessionRow[];
}

/** A person's own account: name, password, second factor, sessions. */
export function AccountScreen({ account }: { account: Account }) {
  const { name, email, hasPassword, secondFactor, sessionId, sessions } = account;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Your account" description={email} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ProfileCard name={name} />
        <SecondFactorCard {...secondFactor} hasPassword={hasPassword} />
      </div>
      {hasPassword && <PasswordCard enrolled={secondFactor.enrolled} />}
      <SessionsCard sessions={sessions} here={sessionId} hasPassword={hasPassword} enrolled={secondFactor.enrolled} />
    </div>
  );
}
