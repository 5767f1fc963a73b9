import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A code of the app, or a recovery code. */
export function CodeField() {
  return (
    <Field label="Code" hint="Six digits from your app, or a recovery code.">
      <Input name="code" className="mono" autoComplete="one-time-code" required maxLength={40} />
    </Field>
  );
}
