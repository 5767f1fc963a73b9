"use client";

import { useRouter } from "next/navigation";
import { NativeSelect } from "@/components/ui/native-select";

/** Over https only where the page came over https. */
const SECURE = typeof location !== "undefined" && location.protocol === "https:" ? "; secure" : "";

/** Test or live: what every screen shows, kept in a cookie that the server reads. */
export function EnvironmentSwitch({ cookie, value }: { cookie: string; value: "test" | "live" }) {
  const router = useRouter();
  const choose = (next: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${cookie}=${next}; path=/; max-age=31536000; samesite=lax${SECURE}`;
    router.refresh();
  };
  return (
    <NativeSelect aria-label="Environment" value={value} onChange={(event) => choose(event.target.value)}>
      <option value="test">Test data</option>
      <option value="live">Live data</option>
    </NativeSelect>
  );
}
