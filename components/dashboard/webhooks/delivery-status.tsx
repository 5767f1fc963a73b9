import { CircleCheck, CircleX, Clock } from "lucide-react";
import { Badge } from "@/components/ui/badge";

const LOOK = {
  delivered: { tone: "positive", word: "Delivered", Icon: CircleCheck },
  failed: { tone: "negative", word: "Failed", Icon: CircleX },
  pending: { tone: "accent", word: "On its way", Icon: Clock },
} as const;

export function DeliveryStatus({ status }: { status: string }) {
  const { tone, word, Icon } = LOOK[status as keyof typeof LOOK] ?? LOOK.pending;
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {word}
    </Badge>
  );
}
