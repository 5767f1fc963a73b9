"use client";

import { useRouter } from "next/navigation";
import { keepCookie } from "@/components/ui/keep-cookie";
import { NativeSelect } from "@/components/ui/native-select";

/** Test or live: what every screen shows, kept in a cookie that the server reads. */
export function EnvironmentSwitch({ cookie, value }: { cookie: string; value: "test" | "live" }) {
  const router = useRouter();
  const choose = (next: string) => {
    keepCookie(cookie, next);
    router.refresh();
  };
  return (
    <NativeSelect aria-label="Environment" value={value} onChange={(event) => choose(event.target.value)}>
      <option value="test">Test data</option>
      <option value="live">Live data</option>
    </NativeSelect>
  );
}
