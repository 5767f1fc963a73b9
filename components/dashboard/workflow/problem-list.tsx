import type { FieldProblem } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";

interface Failing {
  readonly error: string | undefined;
  readonly fields: readonly FieldProblem[];
}

/** What was refused, each field by its place in the definition. */
export function ProblemList({ actions }: { actions: readonly Failing[] }) {
  const failed = actions.find(({ error }) => error !== undefined);
  if (!failed) return null;
  if (failed.fields.length === 0) return <Alert tone="negative" title={failed.error} live />;
  return (
    <Alert tone="negative" title="This cannot be run yet." live>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {failed.fields.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <span className="mono">{path}</span>: {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
