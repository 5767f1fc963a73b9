/** A member, or an operator, as a table shows them. */
export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly secondFactor: boolean;
  readonly lastSignInAt: Date | null;
}
