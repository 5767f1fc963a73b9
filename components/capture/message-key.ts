import type en from "@/components/capture/messages/en.json";

/** A text of the hosted page; English is the list, the others are held to it by a test. */
export type MessageKey = keyof typeof en;
