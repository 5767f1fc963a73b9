import { words } from "@/components/dashboard/format";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A group of numbers of a workflow, each with its name and what it means. */
export function NumberFields<T extends Readonly<Record<string, number>>>({
  title,
  description,
  values,
  hints,
  onChange,
}: {
  title: string;
  description?: string;
  values: T;
  hints?: Readonly<Record<string, string>>;
  onChange: (values: T) => void;
}) {
  return (
    <Card>
      <CardHeader title={title} description={description} />
      <CardBody className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {Object.entries(values).map(([name, value]) => (
          <Field key={name} label={words(name)} hint={hints?.[name]}>
            <Input
              type="number"
              min={0}
              max={100}
              step="any"
              value={Number.isNaN(value) ? "" : value}
              onChange={(event) => onChange({ ...values, [name]: event.target.valueAsNumber })}
            />
          </Field>
        ))}
      </CardBody>
    </Card>
  );
}
