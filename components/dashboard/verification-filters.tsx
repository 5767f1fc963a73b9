import { words } from "@/components/dashboard/format";
import { Button } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/filter-chip";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { SearchInput } from "@/components/ui/search-input";
import { Decision, DocumentType, JobStatus } from "@/server/contract/enums";

const CHOICES = {
  decision: { name: "Decision", options: Decision.options },
  status: { name: "Status", options: JobStatus.options },
  document_type: { name: "Document", options: DocumentType.options },
} as const;
const INPUTS = [
  { name: "country", label: "Country, three letters", placeholder: "Country", maxLength: 3, width: "w-26" },
  { name: "score_min", label: "Least score", placeholder: "Score from", inputMode: "numeric", width: "w-28" },
  { name: "score_max", label: "Greatest score", placeholder: "Score to", inputMode: "numeric", width: "w-28" },
  { name: "from", label: "From date", type: "date", width: "w-40" },
  { name: "to", label: "To date", type: "date", width: "w-40" },
] as const;
const NAMES: Record<string, string> = {
  decision: "Decision",
  status: "Status",
  document_type: "Document",
  country: "Country",
  score_min: "Score from",
  score_max: "Score to",
  from: "From",
  to: "To",
  text: "Search",
};

/** Filters live in the address: a form that gets, and a chip that takes each away. Works without script. */
export function VerificationFilterBar({ values }: { values: Readonly<Record<string, string>> }) {
  const without = (key: string) => {
    const rest = Object.entries(values).filter(([name]) => name !== key && name !== "cursor");
    return `?${new URLSearchParams(rest)}`;
  };
  const active = Object.entries(values).filter(([key, value]) => value && NAMES[key]);
  return (
    <div className="flex flex-col gap-3">
      <form method="get" className="flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search by reference or id"
          name="text"
          defaultValue={values.text}
          placeholder="Reference or id"
          className="w-56"
        />
        {Object.entries(CHOICES).map(([key, { name, options }]) => (
          <NativeSelect key={key} name={key} aria-label={name} defaultValue={values[key] ?? ""} className="w-40">
            <option value="">{name}: any</option>
            {options.map((option) => (
              <option key={option} value={option}>
                {words(option)}
              </option>
            ))}
          </NativeSelect>
        ))}
        {INPUTS.map(({ name, label, width, ...rest }) => (
          <div key={name} className={width}>
            <Input name={name} aria-label={label} defaultValue={values[name]} {...rest} />
          </div>
        ))}
        <Button type="submit">Filter</Button>
      </form>
      {active.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {active.map(([key, value]) => (
            <FilterChip
              key={key}
              name={NAMES[key]}
              value={words(value)}
              removeHref={without(key)}
              removeLabel={`Remove the filter ${NAMES[key]}`}
            />
          ))}
        </div>
      )}
    </div>
  );
}
