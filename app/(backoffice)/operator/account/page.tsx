import type { Metadata } from "next";
import { AccountScreen } from "@/components/people/account/account-screen";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  return <AccountScreen account={await (await caller()).account.me()} />;
}
