import { Lock } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** A page that the visitor's role, or the tenant, does not open to them. */
export default function Forbidden() {
  return (
    <Card>
      <EmptyState icon={<Lock />} title="You may not see this page">
        Your role does not open it, or the tenant has not allowed you to look at its data.
      </EmptyState>
    </Card>
  );
}
