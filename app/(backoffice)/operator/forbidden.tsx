import { Lock } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** A page that the visitor's role may not see. */
export default function Forbidden() {
  return (
    <Card>
      <EmptyState icon={<Lock />} title="Your role does not open this page">
        Somebody who manages the people here can give you another role.
      </EmptyState>
    </Card>
  );
}
