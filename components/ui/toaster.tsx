"use client";

import { Toast as Radix } from "radix-ui";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { cn } from "@/components/ui/cn";
import { TONE_SOFT, type Tone } from "@/components/ui/tone";

interface ToastMessage {
  id: number;
  tone: Tone;
  text: ReactNode;
}

const Context = createContext<(text: ReactNode, tone?: Tone) => void>(() => {
  throw new Error("useToast needs a <Toaster> above it");
});

/** `toast("Key revoked", "positive")`: a note that goes by itself after five seconds. */
export const useToast = () => useContext(Context);

export function Toaster({ children, label = "Notifications" }: { children: ReactNode; label?: string }) {
  const [messages, setMessages] = useState<readonly ToastMessage[]>([]);
  const show = useCallback((text: ReactNode, tone: Tone = "neutral") => {
    setMessages((now) => [...now, { id: (now.at(-1)?.id ?? 0) + 1, tone, text }]);
  }, []);
  const drop = (id: number) => setMessages((now) => now.filter((message) => message.id !== id));
  return (
    <Context value={useMemo(() => show, [show])}>
      <Radix.Provider label={label} duration={5000}>
        {children}
        {messages.map((message) => (
          <Radix.Root
            key={message.id}
            onOpenChange={(open) => !open && drop(message.id)}
            className={cn("animate-enter rounded-card border px-4 py-3 text-base shadow-soft", TONE_SOFT[message.tone])}
          >
            <Radix.Description>{message.text}</Radix.Description>
          </Radix.Root>
        ))}
        <Radix.Viewport className="fixed end-4 bottom-4 z-50 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2" />
      </Radix.Provider>
    </Context>
  );
}
