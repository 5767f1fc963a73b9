import { Ban, CircleCheck, CircleX, Clock, Eye, LoaderCircle, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";

const LOOK: Record<string, { tone: Tone; word: string; Icon: typeof Clock }> = {
  accepted: { tone: "positive", word: "Accepted", Icon: CircleCheck },
  review: { tone: "caution", word: "Review", Icon: Eye },
  rejected: { tone: "negative", word: "Rejected", Icon: CircleX },
  queued: { tone: "neutral", word: "Queued", Icon: Clock },
  processing: { tone: "accent", word: "Processing", Icon: LoaderCircle },
  failed: { tone: "negative", word: "Failed", Icon: TriangleAlert },
  cancelled: { tone: "neutral", word: "Cancelled", Icon: Ban },
  expired: { tone: "neutral", word: "Expired", Icon: Clock },
  requires_input: { tone: "accent", word: "Waiting for the person", Icon: Clock },
};

/** A verification's decision, or its status while there is none: icon, word and colour. */
export function StatusBadge({ status, decision }: { status: string; decision?: string | null }) {
  const { tone, word, Icon } = LOOK[decision ?? status] ?? { tone: "neutral", word: status, Icon: Clock };
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {word}
    </Badge>
  );
}
